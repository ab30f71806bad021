package dev.grains.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotExposeTests {

  @ParameterizedTest
  @ValueSource(
      classes = {
        InField.class,
        InReturnType.class,
        InParameter.class,
        InTypeArgument.class,
        InBound.class,
        InException.class,
        InSupertype.class
      })
  void findsWhatCanBeSeen(Class<?> exposing) {
    assertThat(violationsOf(exposing)).singleElement().asString().contains("exposes", "Hidden");
  }

  @Test
  void leavesAloneWhatCannotBeSeen() {
    assertThat(violationsOf(Discreet.class)).isEmpty();
  }

  private static List<String> violationsOf(Class<?> type) {
    return classes()
        .should(new NotExpose(equivalentTo(Hidden.class)))
        .evaluate(new ClassFileImporter().importClasses(type))
        .getFailureReport()
        .getDetails();
  }

  static class Hidden extends Exception {
    private static final long serialVersionUID = 1L;
  }

  public static final class InField {
    public Hidden field = new Hidden();
  }

  public static final class InReturnType {
    public Hidden method() {
      return new Hidden();
    }
  }

  public static class InParameter {
    protected void method(Hidden hidden) {}
  }

  public static final class InTypeArgument {
    public void method(List<? extends Supplier<Hidden[]>> hidden) {}
  }

  public static final class InBound {
    public <H extends Hidden> void method(List<H> hidden) {}
  }

  public static final class InException {
    public void method() throws Hidden {}
  }

  public abstract static class InSupertype implements Supplier<Hidden> {}

  public static final class Discreet {
    private final Hidden field = new Hidden();

    public Exception method() {
      return inside();
    }

    Hidden inside() {
      return field;
    }
  }
}
