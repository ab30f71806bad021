package dev.grains.spring;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * The first to stop: says that this member is not ready any more, and lets balancers notice before
 * the web server stops to accept. Thread-safe.
 */
final class ShutdownAnnouncement implements SmartLifecycle {

  private final ApplicationContext context;
  private final Duration lead;
  private volatile boolean running;

  ShutdownAnnouncement(ApplicationContext context, Duration lead) {
    this.context = context;
    this.lead = lead;
  }

  Duration lead() {
    return lead;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public void stop(Runnable callback) {
    running = false;
    AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
    if (lead.isZero()) {
      callback.run();
    } else {
      // not on the common pool: all of its threads may wait, for the end of the context perhaps
      CompletableFuture.delayedExecutor(lead.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
          .execute(callback);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public boolean isPauseable() {
    return false;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
