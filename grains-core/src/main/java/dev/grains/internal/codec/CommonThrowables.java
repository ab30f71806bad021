package dev.grains.internal.codec;

import dev.grains.CallCycleException;
import dev.grains.CallTimeoutException;
import dev.grains.GrainDefinitionException;
import dev.grains.GrainOverloadedException;
import dev.grains.GrainUnavailableException;
import dev.grains.VersionConflictException;
import java.time.DateTimeException;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The exceptions that arrive as themselves without being declared: a message is all they hold. */
final class CommonThrowables {

  // their places in this list are their numbers on the wire: only ever add to its end
  private static final List<Common> ALL =
      List.of(
          new Common(IllegalArgumentException.class, IllegalArgumentException::new),
          new Common(IllegalStateException.class, IllegalStateException::new),
          new Common(UnsupportedOperationException.class, UnsupportedOperationException::new),
          new Common(NoSuchElementException.class, NoSuchElementException::new),
          new Common(NullPointerException.class, NullPointerException::new),
          new Common(ArithmeticException.class, ArithmeticException::new),
          new Common(IndexOutOfBoundsException.class, IndexOutOfBoundsException::new),
          new Common(DateTimeException.class, DateTimeException::new),
          new Common(NumberFormatException.class, NumberFormatException::new),
          new Common(ConcurrentModificationException.class, ConcurrentModificationException::new),
          new Common(ClassCastException.class, ClassCastException::new),
          new Common(TimeoutException.class, TimeoutException::new),
          new Common(CancellationException.class, CancellationException::new),
          ours(GrainUnavailableException.class, GrainUnavailableException::new),
          ours(GrainOverloadedException.class, GrainOverloadedException::new),
          ours(CallTimeoutException.class, CallTimeoutException::new),
          ours(VersionConflictException.class, VersionConflictException::new),
          ours(CallCycleException.class, CallCycleException::new),
          ours(GrainDefinitionException.class, GrainDefinitionException::new));

  private static final Map<Class<?>, Integer> NUMBERS = new HashMap<>();

  static {
    for (int i = 0; i < ALL.size(); i++) {
      NUMBERS.put(ALL.get(i).type, i);
    }
  }

  private record Common(Class<?> type, Function<@Nullable String, Throwable> constructor) {}

  private CommonThrowables() {}

  private static Common ours(Class<?> type, Function<String, Throwable> constructor) {
    return new Common(type, message -> constructor.apply(String.valueOf(message)));
  }

  /** Returns the number of a class, or null if it is not a common one. */
  static @Nullable Integer number(Class<?> type) {
    return NUMBERS.get(type);
  }

  static Throwable create(int number, @Nullable String message) {
    if (number < 0 || number >= ALL.size()) {
      throw new WireFormatException(
          "no exception has the number "
              + Integer.toUnsignedString(number)
              + " here; the sender may be of a newer version");
    }
    return ALL.get(number).constructor.apply(message);
  }
}
