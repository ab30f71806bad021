package dev.grains.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.grains.CallCycleException;
import dev.grains.CallTimeoutException;
import dev.grains.GrainCallException;
import dev.grains.GrainDefinitionException;
import dev.grains.GrainId;
import dev.grains.GrainOverloadedException;
import dev.grains.GrainUnavailableException;
import dev.grains.VersionConflictException;
import dev.grains.internal.codec.Refusals.Decorated;
import dev.grains.internal.codec.Refusals.Detailed;
import dev.grains.internal.codec.Refusals.Disabled;
import dev.grains.internal.codec.Refusals.Fixed;
import dev.grains.internal.codec.Refusals.Frozen;
import dev.grains.internal.codec.Refusals.InsufficientFunds;
import dev.grains.internal.codec.Refusals.LimitExceeded;
import dev.grains.internal.codec.Refusals.Opaque;
import dev.grains.internal.codec.Refusals.OverLimit;
import dev.grains.internal.codec.Refusals.Picky;
import dev.grains.internal.codec.Refusals.Plain;
import dev.grains.internal.codec.Refusals.Subclass;
import dev.grains.internal.codec.Refusals.Unserializable;
import dev.grains.internal.codec.Refusals.WithCause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThrowableCodecTests {

  private static final GrainId ID = new GrainId("account", "42");

  private final ThrowableCodec codec = new Codecs().throwables(Refusals.DECLARED);

  static final List<Throwable> COMMON =
      List.of(
          new IllegalArgumentException("m"),
          new IllegalStateException("m"),
          new UnsupportedOperationException("m"),
          new NoSuchElementException("m"),
          new NullPointerException("m"),
          new ArithmeticException("m"),
          new IndexOutOfBoundsException("m"),
          new DateTimeException("m"),
          new NumberFormatException("m"),
          new ConcurrentModificationException("m"),
          new ClassCastException("m"),
          new TimeoutException("m"),
          new CancellationException("m"),
          new GrainUnavailableException("m"),
          new GrainOverloadedException("m"),
          new CallTimeoutException("m"),
          new VersionConflictException("m"),
          new CallCycleException("m"),
          new GrainDefinitionException("m"));

  @ParameterizedTest
  @FieldSource("COMMON")
  void commonExceptionArrivesAsItself(Throwable failure) {
    Throwable back = roundTrip(failure);

    assertThat(back).hasSameClassAs(failure).hasMessage("m").hasNoCause();
    assertThat(codec.arrivesAsItself(failure.getClass())).isTrue();
    assertThat(codec.forLocalCaller(failure, ID)).isSameAs(failure);
  }

  static Stream<Arguments> declared() {
    return Stream.of(
        arguments(new Plain("m")),
        arguments(new Plain(null)),
        arguments(new WithCause("m", null)),
        arguments(new Fixed()),
        arguments(new Decorated("rule 7")),
        arguments(new InsufficientFunds(5, 3L)),
        arguments(new OverLimit("m", 9)),
        arguments(new Frozen("DE-42", "fraud")),
        arguments(new IOException("m")));
  }

  @ParameterizedTest
  @MethodSource("declared")
  void declaredExceptionArrivesAsItself(Throwable failure) {
    Throwable back = roundTrip(failure);

    assertThat(back).hasSameClassAs(failure).hasMessage(failure.getMessage());
    if (failure instanceof Detailed detailed) {
      assertThat(((Detailed) back).details()).isEqualTo(detailed.details());
    }
    assertThat(codec.arrivesAsItself(failure.getClass())).isTrue();
    assertThat(codec.forLocalCaller(failure, ID)).isSameAs(failure);
  }

  static Stream<Arguments> foreign() {
    return Stream.of(
        arguments(
            new UncheckedIOException("m", new IOException("disk")), "declare it in the throws"),
        arguments(new StackOverflowError("m"), "declare it in the throws clause"),
        arguments(new Subclass("m"), "declare it in the throws clause"),
        arguments(
            new Opaque(7),
            "it is declared; to receive it as itself, give it an accessible"
                + " constructor that takes its fields, or a message and its fields: (long code)"),
        arguments(new Unserializable(new int[0]), "field values of"),
        arguments(new Picky("m"), "it cannot be built here from what it holds there"));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void otherExceptionArrivesAsCallException(Throwable failure, String remedy) {
    Throwable back = roundTrip(failure);

    String className = failure.getClass().getName();
    assertThat(back)
        .isInstanceOfSatisfying(
            GrainCallException.class, e -> assertThat(e.exceptionClass()).isEqualTo(className))
        .hasMessageStartingWith("grain account/42 failed with " + className)
        .hasMessageContaining(failure.getMessage() == null ? "; " : ": " + failure.getMessage())
        .hasMessageContaining(remedy)
        .hasNoCause();
  }

  @Test
  void otherExceptionIsTheCauseForLocalCallers() {
    Throwable failure = new Subclass("m");

    Throwable local = codec.forLocalCaller(failure, ID);

    assertThat(codec.arrivesAsItself(Subclass.class)).isFalse();
    assertThat(local).hasMessage(roundTrip(failure).getMessage()).hasCause(failure);
    assertThat(((GrainCallException) local).exceptionClass()).isEqualTo(Subclass.class.getName());
  }

  @Test
  void permittedSubclassesOfADeclaredExceptionArriveAsThemselves() {
    assertThat(Refusals.DECLARED).contains(LimitExceeded.class).doesNotContain(OverLimit.class);
    assertThat(codec.arrivesAsItself(OverLimit.class)).isTrue();
    assertThat(codec.arrivesAsItself(LimitExceeded.class)).isFalse();
  }

  @Test
  void callExceptionOfAnotherGrainIsPassedOn() {
    GrainCallException failure = new GrainCallException("x.Lost", "grain stock/7 failed", null);

    Throwable back = roundTrip(failure);

    assertThat(back).hasMessage("grain stock/7 failed");
    assertThat(((GrainCallException) back).exceptionClass()).isEqualTo("x.Lost");
    assertThat(codec.arrivesAsItself(GrainCallException.class)).isTrue();
  }

  @Test
  void receiverThatDoesNotKnowTheExceptionGetsACallException() {
    ThrowableCodec older = new Codecs().throwables(List.of());

    Throwable back = older.read(new WireReader(bytes(new InsufficientFunds(5, 3L))), ID);

    assertThat(back)
        .isInstanceOf(GrainCallException.class)
        .hasMessageContaining("InsufficientFunds: 3 of 5 are missing");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9})
  void receiverWithOtherFieldsGetsACallException(int size) {
    WireWriter out = new WireWriter();
    out.writeByte(2);
    out.writeString(OverLimit.class.getName());
    out.writeBytes(new byte[size]);
    out.writeNullableString("beyond 9");
    out.writeNullableString(null);
    out.writeNullableString(null);
    out.writeVarInt(0);

    Throwable back = codec.read(new WireReader(out.toBytes()), ID);

    assertThat(back)
        .isInstanceOf(GrainCallException.class)
        .hasMessageContaining("OverLimit: beyond 9; it cannot be built here");
  }

  @Test
  void causeIsSummarised() {
    Throwable cause = new IOException("disk full", new IllegalStateException("too deep"));

    Throwable asItself = roundTrip(new IllegalStateException("m", cause));
    Throwable foreign = roundTrip(new Subclass("m", cause));

    assertThat(asItself.getStackTrace())
        .extracting(StackTraceElement::toString)
        .contains("caused by.java.io.IOException(disk full)");
    assertThat(foreign).hasMessageContaining("(caused by java.io.IOException: disk full)");
    assertThat(foreign.getMessage()).doesNotContain("too deep");
  }

  @Test
  void remoteStackStandsInFrontOfTheLocalOne() {
    IllegalStateException failure = new IllegalStateException("m");
    StackTraceElement remote = new StackTraceElement("x.AccountGrain", "deposit", "A.java", 12);
    StackTraceElement machinery = new StackTraceElement("dev.grains.internal.Turn", "run", null, 1);
    failure.setStackTrace(new StackTraceElement[] {remote, machinery});

    StackTraceElement[] stack = roundTrip(failure).getStackTrace();

    assertThat(stack[0]).isEqualTo(remote);
    assertThat(stack[1]).hasToString("grain account/42.call(above: on its owner, below: here)");
    assertThat(Arrays.asList(stack).subList(2, stack.length))
        .extracting(StackTraceElement::getClassName)
        .doesNotContain(ThrowableCodec.class.getName())
        .contains("org.junit.platform.launcher.core.DefaultLauncher");
  }

  @Test
  void stackMessageAndCauseAreBounded() {
    String text = "x".repeat(100_000) + "\uD800";
    Throwable failure = new IllegalStateException(text, new IllegalStateException(text));
    StackTraceElement[] frames = new StackTraceElement[5_000];
    Arrays.fill(frames, new StackTraceElement(text, text, text, 1));
    failure.setStackTrace(frames);

    byte[] bytes = bytes(failure);
    Throwable back = codec.read(new WireReader(bytes), ID);

    assertThat(bytes.length).isLessThan(48 * 3 * 240 + 10_000);
    assertThat(back.getMessage()).hasSizeLessThan(8_300).endsWith("x... (91809 more characters)");
    assertThat(back.getStackTrace()).filteredOn(f -> f.getLineNumber() == 1).hasSize(48);
  }

  @Test
  void messageWithHalfASurrogatePairIsRepaired() {
    assertThat(roundTrip(new IllegalStateException("a\uD800b"))).hasMessage("a?b");
  }

  @Test
  void failureWithoutMessageArrivesWithoutOne() {
    assertThat(roundTrip(new IllegalStateException()).getMessage()).isNull();
  }

  @Test
  void exceptionThatCannotEvenSayItsMessageArrives() {
    Throwable back =
        roundTrip(
            new Subclass("m") {
              private static final long serialVersionUID = 1L;

              @Override
              public String getMessage() {
                throw new IllegalStateException();
              }
            });

    assertThat(back).hasMessageContaining("getMessage() failed with java.lang.IllegalState");
  }

  @Test
  void exceptionWithoutStackTraceArrives() {
    assertThat(roundTrip(new Disabled("m"))).isInstanceOf(Disabled.class).hasMessage("m");
  }

  @ParameterizedTest
  @ValueSource(bytes = {4, 5, 127, -1})
  void unknownKindIsRefused(byte kind) {
    byte[] bytes = bytes(new Plain("m"));
    bytes[0] = kind;

    assertThatThrownBy(() -> codec.read(new WireReader(bytes), ID))
        .isInstanceOf(WireFormatException.class);
  }

  @Test
  void unknownNumberIsRefused() {
    byte[] bytes = bytes(new IllegalStateException("m"));
    bytes[1] = 100;

    assertThatThrownBy(() -> codec.read(new WireReader(bytes), ID))
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining("no exception has the number 100");
  }

  private byte[] bytes(Throwable failure) {
    WireWriter out = new WireWriter();
    codec.write(failure, ID, out);
    return out.toBytes();
  }

  private Throwable roundTrip(Throwable failure) {
    WireReader in = new WireReader(bytes(failure));
    Throwable back = codec.read(in, ID);
    in.expectEnd();
    return back;
  }
}
