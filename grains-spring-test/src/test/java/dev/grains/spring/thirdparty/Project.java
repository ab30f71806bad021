package dev.grains.spring.thirdparty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An application outside of this build: the code of the README, and what its reader adds to it.
 *
 * @param directory where it is
 * @param readme what it follows
 */
record Project(Path directory, Readme readme) {

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <parent>
          <groupId>org.springframework.boot</groupId>
          <artifactId>spring-boot-starter-parent</artifactId>
          <version>%s</version>
        </parent>
        <groupId>com.example</groupId>
        <artifactId>bank</artifactId>
        <version>1</version>
        %s
        <dependencies>
          %s
          <dependency>
            <groupId>org.springframework.boot</groupId>
            <artifactId>spring-boot-starter-webmvc</artifactId>
          </dependency>
        </dependencies>
        <build>
          <plugins>
            <plugin>
              <groupId>org.springframework.boot</groupId>
              <artifactId>spring-boot-maven-plugin</artifactId>
            </plugin>
          </plugins>
        </build>
      </project>
      """;

  /**
   * Writes the sources.
   *
   * @param springBoot the version of Spring Boot
   * @param withHazelcast whether the reader has seen what to say about Hazelcast
   */
  void write(String springBoot, boolean withHazelcast) throws IOException {
    String[] additions = readme.block("xml", "grains-spring-boot-starter").split("\\R\\R");
    String properties = additions[0];
    String dependency = additions[1];
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve("pom.xml"),
        POM.formatted(springBoot, withHazelcast ? properties : "", dependency));
    source(
        "Account",
        List.of("dev.grains.annotation.Grain", "dev.grains.annotation.ReadOnly"),
        readme.block("java", "@Grain(\"account\")"));
    source(
        "AccountGrain",
        List.of(
            "com.example.bank.AccountGrain.*",
            "dev.grains.EventSourcedGrain",
            "dev.grains.annotation.NonBlocking"),
        readme.block("java", "class AccountGrain"));
    source(
        "AccountController",
        List.of("dev.grains.*", "org.springframework.web.bind.annotation.*"),
        readme.block("java", "class AccountController"));
    source(
        "BankApplication",
        List.of("org.springframework.boot.*", "org.springframework.boot.autoconfigure.*"),
        """
        @SpringBootApplication
        public class BankApplication {
          public static void main(String[] args) {
            SpringApplication.run(BankApplication.class, args);
          }
        }
        """);
  }

  private void source(String name, List<String> imports, String code) throws IOException {
    Path file = directory.resolve("src/main/java/com/example/bank").resolve(name + ".java");
    Files.createDirectories(file.getParent());
    StringBuilder text = new StringBuilder("package com.example.bank;\n\n");
    imports.forEach(each -> text.append("import ").append(each).append(";\n"));
    Files.writeString(file, text.append('\n').append(code));
  }

  Path jar() {
    return directory.resolve("target/bank-1.jar");
  }
}
