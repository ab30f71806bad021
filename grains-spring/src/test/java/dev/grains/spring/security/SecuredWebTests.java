package dev.grains.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import dev.grains.spring.GrainScan;
import dev.grains.spring.Http;
import dev.grains.spring.TestMember;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.WebRequestInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

class SecuredWebTests {

  @RestController
  static class SafeController {

    private final Grains grains;

    SafeController(Grains grains) {
      this.grains = grains;
    }

    @GetMapping("/safe")
    long put() {
      return grains.get(Safe.class, "42").put(1);
    }
  }

  @EnableAutoConfiguration
  @EnableMethodSecurity
  @GrainScan
  @Import(SafeController.class)
  static class WithoutFilters {

    /** Believes who a request says it is from. */
    @Bean
    WebMvcConfigurer believer() {
      return new WebMvcConfigurer() {
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
          registry.addWebRequestInterceptor(new Believer());
        }
      };
    }
  }

  private static final class Believer implements WebRequestInterceptor {

    @Override
    public void preHandle(WebRequest request) {
      String user = request.getHeader("User");
      if (user != null) {
        SecurityContextHolder.getContext()
            .setAuthentication(new TestingAuthenticationToken(user, "", "ROLE_" + user));
      }
    }

    @Override
    public void postHandle(WebRequest request, @Nullable ModelMap model) {}

    @Override
    public void afterCompletion(WebRequest request, @Nullable Exception failure) {
      if (request.getHeader("User") != null) {
        SecurityContextHolder.clearContext();
      }
    }
  }

  @EnableWebSecurity
  static class WithFilters extends WithoutFilters {

    @Bean
    SecurityFilterChain filters(HttpSecurity http) {
      return http.httpBasic(Customizer.withDefaults()).build();
    }

    @Bean
    UserDetailsService users() {
      return new InMemoryUserDetailsManager(
          User.withUsername("owner").password("{noop}secret").roles("OWNER").build(),
          User.withUsername("thief").password("{noop}secret").roles("THIEF").build());
    }
  }

  @Test
  void refusalsAreProblemsWithoutFilters() throws IOException {
    try (ConfigurableApplicationContext application = start(WithoutFilters.class)) {
      Http http = new Http(application);

      assertThat(http.get("/safe", "User", "OWNER").body()).isEqualTo("1");
      assertProblem(http.get("/safe", "User", "THIEF"), 403);
      assertProblem(http.get("/safe"), 401);
    }
  }

  @Test
  void filtersAnswerRefusalsOfGrains() throws IOException {
    try (ConfigurableApplicationContext application = start(WithFilters.class)) {
      Http http = new Http(application);

      assertThat(http.get("/safe", "Authorization", basic("owner")).body()).isEqualTo("1");
      assertThat(http.get("/safe", "Authorization", basic("thief")).statusCode()).isEqualTo(403);
      HttpResponse<String> nobody = http.get("/safe");
      assertThat(nobody.statusCode()).isEqualTo(401);
      assertThat(nobody.headers().firstValue("WWW-Authenticate")).isPresent();
    }
  }

  private static void assertProblem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private static ConfigurableApplicationContext start(Class<?> application) {
    return TestMember.builder("secured-web", List.of(), application)
        .run("--server.port=0", "--server.address=127.0.0.1");
  }

  private static String basic(String user) {
    byte[] credentials = (user + ":secret").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }
}
