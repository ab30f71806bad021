package dev.grains.clinic.web;

import dev.grains.CallOptions;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the headers that become call options, wherever a method takes them. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(CallOptions.class);
  }

  @Bean
  OpenAPI clinic() {
    return new OpenAPI()
        .info(
            new Info()
                .title("The clinic")
                .version("1")
                .description(
                    "Patients and what is observed of them. What is refused, and what cannot be"
                        + " done now, is answered with a problem of RFC 9457."));
  }

  @Bean
  OperationCustomizer callOptionHeaders() {
    return (operation, method) -> {
      for (var parameter : method.getMethodParameters()) {
        if (parameter.getParameterType() == CallOptions.class) {
          addHeader(operation, "Idempotency-Key", "Sent twice with it, a request is done once.");
          addHeader(operation, "If-Match", "The ETag that the patient must still have.");
        }
      }
      return operation;
    };
  }

  private static void addHeader(Operation operation, String name, String description) {
    operation.addParametersItem(
        new HeaderParameter().name(name).description(description).schema(new StringSchema()));
  }
}
