package dev.grains.spring;

import com.hazelcast.core.HazelcastInstance;
import dev.grains.CallOptions;
import dev.grains.GrainStatus;
import dev.grains.Grains;
import dev.grains.GrainsStatus;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The {@link Grains} of an application context: starts before the web server accepts requests and
 * stops after it has answered the last one. Thread-safe.
 */
final class SpringGrains implements Grains, SmartLifecycle {

  /** Below the web server, which starts later and stops sooner. */
  static final int PHASE = DEFAULT_PHASE - 4096;

  private static final long PATIENCE = 10;

  private final Supplier<Grains> launcher;
  private final ReentrantLock lifecycle = new ReentrantLock();
  private volatile @Nullable Grains latest; // closed grains stay: their calls say unavailable
  private volatile boolean running;

  SpringGrains(Supplier<Grains> launcher) {
    this.launcher = launcher;
  }

  @Override
  public <C> C get(Class<C> contract, String key, CallOptions options) {
    Grains grains = latest;
    return grains != null
        ? grains.get(contract, key, options)
        : EarlyReference.create(contract, key, () -> latest().get(contract, key, options));
  }

  @Override
  public CompletionStage<Void> deactivate(Class<?> contract, String key) {
    return latest().deactivate(contract, key);
  }

  @Override
  public CompletionStage<GrainStatus> inspect(Class<?> contract, String key, boolean withState) {
    return latest().inspect(contract, key, withState);
  }

  @Override
  public GrainsStatus status() {
    return latest().status();
  }

  @Override
  public HazelcastInstance hazelcast() {
    return latest().hazelcast();
  }

  private Grains latest() {
    Grains grains = latest;
    if (grains == null) {
      awaitStart();
      grains = latest;
    }
    if (grains == null) {
      throw new IllegalStateException(
          "grains have not started yet: they start with the application context, when all beans"
              + " are there; call them from an ApplicationRunner or later, not from a constructor"
              + " or @PostConstruct");
    }
    return grains;
  }

  /** The first handlers may run, and call others, a moment before the start returns. */
  private void awaitStart() {
    try {
      if (!lifecycle.isHeldByCurrentThread() && lifecycle.tryLock(PATIENCE, TimeUnit.SECONDS)) {
        lifecycle.unlock();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    lifecycle.lock();
    try {
      if (!running) {
        latest = launcher.get();
        running = true;
      }
    } finally {
      lifecycle.unlock();
    }
  }

  /** Blocks on the thread that stops the context, so that stores stay open until it is done. */
  @Override
  public void stop() {
    lifecycle.lock();
    try {
      Grains grains = latest;
      if (running && grains != null) {
        grains.close();
        running = false;
      }
    } finally {
      lifecycle.unlock();
    }
  }

  @Override
  public void close() {
    stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Pausing would throw away what is only in the memory of this member. */
  @Override
  public boolean isPauseable() {
    return false;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
