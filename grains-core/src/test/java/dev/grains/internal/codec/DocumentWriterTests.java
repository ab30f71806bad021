package dev.grains.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DocumentWriterTests {

  /** Fails in the middle of its document, or writes another one there, before its last part. */
  public static final class Awkward {

    private final String first;
    private final Runnable between;

    Awkward(String first, Runnable between) {
      this.first = first;
      this.between = between;
    }

    public String getFirst() {
      return first;
    }

    public String getSecond() {
      between.run();
      return "second";
    }
  }

  private final ValueCodec codec = new Documents().codec(Awkward.class);

  private byte[] written(Awkward value) {
    WireWriter out = new WireWriter(16);
    codec.write(value, out);
    return out.toBytes();
  }

  @Test
  void documentsOfOneWriterAreThoseOfAFreshOne() {
    byte[] first = written(new Awkward("a", () -> {}));
    byte[] second = written(new Awkward("b".repeat(20_000), () -> {}));

    assertThat(written(new Awkward("a", () -> {}))).isEqualTo(first);
    assertThat(second).hasSizeGreaterThan(20_000);
  }

  @Test
  void nothingOfADocumentThatFailedGetsIntoTheNext() {
    byte[] whole = written(new Awkward("a", () -> {}));
    Awkward failing =
        new Awkward(
            "half",
            () -> {
              throw new IllegalStateException("broken");
            });

    assertThatThrownBy(() -> written(failing)).isInstanceOf(IllegalArgumentException.class);

    assertThat(written(new Awkward("a", () -> {}))).isEqualTo(whole);
  }

  @Test
  void aDocumentMayBeWrittenInTheMiddleOfAnother() {
    byte[] whole = written(new Awkward("a", () -> {}));
    List<byte[]> inner = new ArrayList<>();

    byte[] outer = written(new Awkward("a", () -> inner.add(written(new Awkward("a", () -> {})))));

    assertThat(outer).isEqualTo(whole);
    assertThat(inner).containsOnly(whole);
  }

  @Test
  void manyThreadsWriteWholeDocuments() throws Exception {
    byte[] whole = written(new Awkward("a", () -> {}));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> work =
          () -> {
            for (int i = 0; i < 2_000; i++) {
              assertThat(written(new Awkward("a", Thread::yield))).isEqualTo(whole);
            }
            return true;
          };
      for (Future<Boolean> done : threads.invokeAll(List.of(work, work, work, work))) {
        assertThat(done.get(30, TimeUnit.SECONDS)).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
