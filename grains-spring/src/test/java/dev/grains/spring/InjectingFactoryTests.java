package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.GrainDefinitionException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

class InjectingFactoryTests {

  private final GenericApplicationContext context = new AnnotationConfigApplicationContext();

  @BeforeEach
  void fill() {
    context.registerBean("one", String.class, () -> "one");
    context.registerBean("two", String.class, () -> "two");
    context.registerBean(
        "box", Box.class, Box::new, definition -> definition.setScope("prototype"));
    context.registerBean(Shelf.class, Shelf::new);
    context.refresh();
  }

  record Box() {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  static final class Shelf {}

  @Test
  void servesWhatConstructorsOfBeansAreServed() {
    Many many = factory(Many.class).get();

    assertThat(many.one).isEqualTo("two");
    assertThat(many.all).containsExactly("one", "two");
    assertThat(many.missing).isEmpty();
    assertThat(many.shelf.getObject()).isSameAs(context.getBean(Shelf.class));
    assertThat(many.setting).isEqualTo(42);
  }

  record Many(
      @Qualifier("two") String one,
      List<String> all,
      Optional<Integer> missing,
      ObjectProvider<Shelf> shelf,
      @Value("${answer:42}") int setting) {}

  @Test
  void sharesSingletonsAndMakesPrototypesAnew() {
    InjectingFactory<Holder> factory = factory(Holder.class);
    Holder first = factory.get();
    Holder second = factory.get();

    assertThat(second).isNotSameAs(first);
    assertThat(second.shelf()).isSameAs(first.shelf());
    assertThat(second.box()).isNotSameAs(first.box());
  }

  record Holder(Shelf shelf, Box box) {}

  @Test
  void takesTheConstructorThatIsMarked() {
    assertThat(factory(Marked.class).get().shelf).isNotNull();
  }

  static final class Marked {
    final @Nullable Shelf shelf;

    Marked() {
      this(null);
    }

    @Autowired
    Marked(@Nullable Shelf shelf) {
      this.shelf = shelf;
    }
  }

  @Test
  void refusesToGuessAmongConstructors() {
    assertThatThrownBy(() -> factory(Unmarked.class))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining(
            "Unmarked has 2 constructors; mark the one to be used with @Autowired");
  }

  static final class Unmarked {
    Unmarked() {}

    Unmarked(Shelf shelf) {}
  }

  @Test
  void namesTheParameterThatCannotBeServed() {
    assertThatThrownBy(() -> factory(Demanding.class).get())
        .isInstanceOfSatisfying(
            UnsatisfiedDependencyException.class,
            failure -> {
              assertThat(failure.getInjectionPoint()).isNotNull();
              assertThat(failure)
                  .hasMessageContaining("parameter 0")
                  .hasMessageContaining("Thread");
            });
  }

  record Demanding(Thread thread) {}

  @Test
  void letsWhatAConstructorThrowsThrough() {
    assertThatThrownBy(() -> factory(Refusing.class).get())
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");
  }

  static final class Refusing {
    Refusing() {
      throw new IllegalArgumentException("no");
    }
  }

  private <C> InjectingFactory<C> factory(Class<C> type) {
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    return new InjectingFactory<>(type, beans);
  }
}
