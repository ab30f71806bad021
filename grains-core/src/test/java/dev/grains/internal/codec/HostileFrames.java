package dev.grains.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.grains.trap.Sprung;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Feeds damaged frames to readers: each frame is read or refused, within bounds of memory, and no
 * class is looked for.
 *
 * <p>The seed is new in every run and part of every failure; {@code -Dgrains.fuzz.seed=...} repeats
 * a run.
 */
public final class HostileFrames {

  /** Far below what a frame could claim to hold, and above what an exception and its stack take. */
  private static final long MAX_BYTES_A_FRAME = 1 << 20;

  private static final int MAX_MESSAGE = 4_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long seed = Long.getLong("grains.fuzz.seed", System.nanoTime());

  /**
   * A frame, and what reads it.
   *
   * @param bytes the undamaged frame
   * @param read reads a frame to its end
   */
  public record Target(byte[] bytes, Read read) {}

  /** Reads a frame. */
  @FunctionalInterface
  public interface Read {

    /**
     * Reads a frame.
     *
     * @param bytes the frame
     */
    void from(byte[] bytes);
  }

  /**
   * Damages and reads frames.
   *
   * @param targets the frames to damage
   * @param count how many damaged frames to read
   * @return how many of them were readable all the same
   */
  public int feed(List<Target> targets, int count) {
    Random random = new Random(seed);
    Mutations mutations = new Mutations(random, targets.stream().map(Target::bytes).toList());
    // the undamaged ones first: they must be readable, and they load the classes that it takes
    targets.forEach(target -> target.read().from(target.bytes()));
    NamesAskedFor names = new NamesAskedFor(Thread.currentThread().getContextClassLoader());
    Thread.currentThread().setContextClassLoader(names);
    int read = 0;
    try {
      for (int i = 0; i < count; i++) {
        Target target = targets.get(random.nextInt(targets.size()));
        read += feed(target, mutations.of(target.bytes()), i) ? 1 : 0;
      }
    } finally {
      Thread.currentThread().setContextClassLoader(names.getParent());
    }
    assertThat(Sprung.NOW).as("a class was initialized by its name; seed %s", seed).isFalse();
    assertThat(names.traps).as("classes looked for by name; seed %s", seed).isEmpty();
    return read;
  }

  private boolean feed(Target target, byte[] bytes, int number) {
    Throwable refusal = null;
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      target.read().from(bytes);
    } catch (Throwable e) {
      refusal = e;
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (refusal != null && !(refusal instanceof WireFormatException)) {
      fail(place(bytes, number), refusal);
    }
    if (allocated > MAX_BYTES_A_FRAME) {
      fail(allocated + " bytes allocated by " + place(bytes, number));
    }
    if (refusal != null && refusal.getMessage().length() > MAX_MESSAGE) {
      fail("a message too long, by " + place(bytes, number), refusal);
    }
    return refusal == null;
  }

  private String place(byte[] bytes, int number) {
    return "seed " + seed + ", frame " + number + ": " + HexFormat.of().formatHex(bytes);
  }

  /** Remembers the names of classes in the package of the trap. */
  private static final class NamesAskedFor extends ClassLoader {

    private final Set<String> traps = ConcurrentHashMap.newKeySet();

    NamesAskedFor(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.contains("Trap")) {
        traps.add(name);
      }
      return super.loadClass(name, resolve);
    }
  }
}
