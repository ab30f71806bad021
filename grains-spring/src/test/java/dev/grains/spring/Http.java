package dev.grains.spring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.context.ApplicationContext;

/** Sends requests to the web server of an application on loopback. Thread-safe. */
public final class Http {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String base;

  public Http(ApplicationContext application) {
    this.base = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
  }

  public HttpResponse<String> get(String path, String... headers) throws IOException {
    return send("GET", path, headers);
  }

  public HttpResponse<String> post(String path, String... headers) throws IOException {
    return send("POST", path, headers);
  }

  public HttpResponse<String> delete(String path) throws IOException {
    return send("DELETE", path);
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.noBody())
            .timeout(PATIENCE);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
