package dev.grains.spring.cluster;

import dev.grains.spring.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** Sends requests to the members that say they are ready, as Kubernetes would. Thread-safe. */
final class Balancer implements AutoCloseable {

  private static final Duration PERIOD = Duration.ofMillis(100);

  private final List<Http> ready = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final ScheduledExecutorService probes = Executors.newSingleThreadScheduledExecutor();

  /** Begins to send requests to members, and to ask them whether they are ready. */
  void balance(ApplicationContext... members) {
    for (ApplicationContext member : members) {
      ready.add(new Http(member));
    }
    probes.scheduleWithFixedDelay(
        this::probe, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void probe() {
    for (Http member : List.copyOf(ready)) {
      if (!isReady(member)) {
        ready.remove(member);
      }
    }
  }

  private static boolean isReady(Http member) {
    try {
      return member.get("/actuator/health/readiness").statusCode() == 200;
    } catch (IOException gone) {
      return false;
    }
  }

  /** Sends a request to one of the members that were ready when asked last. */
  HttpResponse<String> post(String path) throws IOException {
    List<Http> candidates = List.copyOf(ready);
    return candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size())).post(path);
  }

  int readyMembers() {
    return ready.size();
  }

  @Override
  public void close() {
    probes.shutdownNow();
  }
}
