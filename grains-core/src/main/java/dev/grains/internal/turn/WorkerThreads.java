package dev.grains.internal.turn;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that may block: virtual ones where the JVM has them, else a pool that grows and shrinks.
 */
public final class WorkerThreads {

  private static final int MOST_PLATFORM_THREADS = 5_000;

  private WorkerThreads() {}

  /** Makes an executor that never queues: how much runs at a time is the business of gates. */
  public static ExecutorService start(String name) {
    try {
      MethodHandle virtual =
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class));
      return (ExecutorService) virtual.invokeExact();
    } catch (NoSuchMethodException olderJvm) {
      return platform(name);
    } catch (Throwable impossible) {
      throw new LinkageError("virtual threads cannot be used", impossible);
    }
  }

  private static ExecutorService platform(String name) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        MOST_PLATFORM_THREADS,
        30,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
