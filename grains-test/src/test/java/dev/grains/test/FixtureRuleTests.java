package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.DeactivationReason;
import dev.grains.EventSourcedGrain;
import dev.grains.annotation.Grain;
import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.ReadOnly;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Grains that break a rule, each in its own way. */
class FixtureRuleTests {

  @Test
  void queryEmits() {
    assertBreaking(Log::new, fixture -> fixture.when(LogBook::size))
        .hasMessageContainingAll("log/1.size()", "a query emits Noted[text=size]", "@ReadOnly");
  }

  @Test
  void queryEmitsAndHidesTheRefusal() {
    class Hiding extends Log {
      @Override
      public int size() {
        try {
          return super.size();
        } catch (IllegalStateException hidden) {
          return 0;
        }
      }
    }
    assertBreaking(Hiding::new, fixture -> fixture.when(LogBook::size))
        .hasMessageContaining("a query emits Noted[text=size]");
  }

  @Test
  void activationHookEmits() {
    class Greeting extends Log {
      @Override
      protected void onActivate() {
        emit(new Noted("hello"));
      }
    }
    assertBreaking(Greeting::new, fixture -> fixture.whenVoid(log -> log.note("x")))
        .hasMessageContainingAll("onActivate", "emits Noted[text=hello]");
  }

  @Test
  void deactivationHookEmits() {
    class Parting extends Log {
      @Override
      protected void onDeactivate(DeactivationReason reason) {
        emit(new Noted("bye"));
      }
    }
    assertBreaking(
            Parting::new,
            fixture -> {
              fixture.whenVoid(log -> log.note("x")).thenSucceeds();
              fixture.deactivate(DeactivationReason.IDLE);
            })
        .hasMessageContainingAll("onDeactivate", "emits Noted[text=bye]");
  }

  @Test
  void activationHookFails() {
    class Failing extends Log {
      @Override
      protected void onActivate() {
        throw new IllegalArgumentException("not today");
      }
    }
    assertBreaking(Failing::new, fixture -> fixture.whenVoid(log -> log.note("x")))
        .hasMessageContainingAll("onActivate of log/1", "not today")
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void applyEmits() {
    class Echoing extends Log {
      @Override
      protected Lines apply(Lines state, Noted event) {
        emit(new Noted("echo"));
        return super.apply(state, event);
      }
    }
    assertBreaking(Echoing::new, fixture -> fixture.whenVoid(log -> log.note("x")))
        .hasMessageContainingAll("log/1.note(x)", "apply", "emits Noted[text=echo]");
  }

  @Test
  void applyReadsMoreThanItsArguments() {
    class Remembering extends Log {
      private String mood = "";

      @Override
      public void note(String text) {
        mood = "!";
        super.note(text);
      }

      @Override
      protected Lines apply(Lines state, Noted event) {
        return state.plus(event.text() + mood);
      }
    }
    assertBreaking(Remembering::new, fixture -> fixture.whenVoid(log -> log.note("x")))
        .hasMessageContainingAll("log/1.note(x)", "apply is not deterministic", "[x!]", "[x]");
  }

  @Test
  void initialStateDependsOnTheInstance() {
    AtomicInteger created = new AtomicInteger();
    class Numbered extends Log {
      private final String number = Integer.toString(created.incrementAndGet());

      @Override
      protected Lines initialState() {
        return new Lines(List.of(number));
      }
    }
    assertBreaking(Numbered::new, fixture -> fixture.whenVoid(log -> log.note("x")))
        .hasMessageContainingAll("log/1.note(x)", "not deterministic", "initialState");
  }

  @Test
  void applyRefusesAnEvent() {
    class Choosy extends Log {
      @Override
      protected Lines apply(Lines state, Noted event) {
        throw new IllegalArgumentException("I do not like " + event.text());
      }
    }
    assertBreaking(Choosy::new, fixture -> fixture.whenVoid(log -> log.note("x")))
        .hasMessageContainingAll("log/1.note(x)", "apply failed on Noted[text=x]", "not like");
    assertBreaking(Choosy::new, fixture -> fixture.given(new Noted("x")).when(LogBook::text))
        .hasMessageContainingAll("Choosy", "failed on Noted[text=x]", "not like");
  }

  @Test
  void handlerChangesTheStateInPlace() {
    class Scribbling extends Log {
      @Override
      protected Lines initialState() {
        return new Lines(new ArrayList<>());
      }

      @Override
      public void note(String text) {
        state().lines().add(text);
      }
    }
    assertBreaking(Scribbling::new, fixture -> fixture.whenVoid(log -> log.note("x")))
        .hasMessageContainingAll("log/1.note(x)", "in place", "Lines[lines=[x]]");
  }

  @Test
  void actionReadsStateOutsideItsTurn() {
    class Late extends Log {
      @Override
      public void note(String text) {
        afterCommit(() -> state().plus(text));
      }
    }
    assertBreaking(Late::new, fixture -> fixture.whenVoid(log -> log.note("x")).runAfterCommit())
        .hasMessageContainingAll("an afterCommit action reads state()", "local variable");
  }

  @Test
  void nonBlockingHandlerCallsAnotherGrain() {
    @NonBlocking
    class Hasty extends Log {
      @Override
      public void note(String text) {
        grains().get(LogBook.class, "2").note(text);
      }
    }
    assertBreaking(
            Hasty::new,
            fixture ->
                fixture.standIn(LogBook.class, "2", new Log()).whenVoid(log -> log.note("x")))
        .hasMessageContainingAll("log/1.note(x)", "@NonBlocking", "log/2.note(x)", "afterCommit");
  }

  @Test
  void nonBlockingHandlerLeavesAStageOpen() {
    @NonBlocking
    class Slow extends Log {
      @Override
      public CompletionStage<String> textSoon() {
        return new CompletableFuture<>();
      }
    }
    assertBreaking(Slow::new, fixture -> fixture.whenAsync(LogBook::textSoon))
        .hasMessageContainingAll("log/1.textSoon()", "incomplete stage", "@NonBlocking");
  }

  @Test
  void grainCallsItself() {
    class Selfish extends Log {
      @Override
      public void note(String text) {
        grains().get(LogBook.class, id().key()).note(text);
      }
    }
    assertBreaking(Selfish::new, fixture -> fixture.whenVoid(log -> log.note("x")))
        .hasMessageContainingAll("log/1.note(x)", "call cycle");
  }

  private interface Steps {
    void take(GrainFixture<LogBook, Lines, Noted> fixture);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertBreaking(
      Supplier<? extends Log> factory, Steps steps) {
    return assertThatThrownBy(() -> steps.take(GrainFixture.eventSourced(LogBook.class, factory)))
        .isInstanceOf(AssertionError.class);
  }

  @Grain("log")
  interface LogBook {
    void note(String text);

    void noteTwice(String text);

    @ReadOnly
    int size();

    @ReadOnly
    String text();

    CompletionStage<String> textSoon();
  }

  record Noted(String text) {}

  record Lines(List<String> lines) {
    Lines plus(String line) {
      List<String> longer = new ArrayList<>(lines);
      longer.add(line);
      return new Lines(longer);
    }
  }

  static class Log extends EventSourcedGrain<Lines, Noted> implements LogBook {

    @Override
    protected Lines initialState() {
      return new Lines(List.of());
    }

    @Override
    protected Lines apply(Lines state, Noted event) {
      return state.plus(event.text());
    }

    @Override
    public void note(String text) {
      emit(new Noted(text));
    }

    @Override
    public void noteTwice(String text) {
      note(text);
      note(text);
    }

    @Override
    public int size() {
      emit(new Noted("size"));
      return state().lines().size();
    }

    @Override
    public String text() {
      return String.join("\n", state().lines());
    }

    @Override
    public CompletionStage<String> textSoon() {
      return CompletableFuture.completedFuture(text());
    }
  }
}
