package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.proxies;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import dev.grains.Grains;
import dev.grains.StatefulGrain;
import dev.grains.annotation.Grain;
import dev.grains.spring.account.Account;
import dev.grains.spring.account.AccountGrain;
import dev.grains.spring.account.Bank;
import dev.grains.spring.account.Fees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.io.InputStreamSource;
import org.springframework.javapoet.ClassName;

class GrainHintsTests {

  @Test
  void aNativeImageKnowsTheGrainsThatWereFound() throws Exception {
    RuntimeHints hints = process(Application.class);

    assertThat(proxies().forInterfaces(Account.class)).accepts(hints);
    assertThat(reflection().onMethodInvocation(Account.class.getMethod("deposit", long.class)))
        .accepts(hints);
    assertThat(
            reflection()
                .onConstructorInvocation(AccountGrain.class.getDeclaredConstructor(Fees.class)))
        .accepts(hints);
    assertThat(reflection().onType(TypeReference.of(AccountGrain.Balance.class))).accepts(hints);
    assertThat(reflection().onType(TypeReference.of(AccountGrain.Booked.class))).accepts(hints);
  }

  @Test
  void aNativeImageReadsAndWritesWhatIsStored() throws Exception {
    RuntimeHints hints = process(Application.class);

    for (Class<?> stored : new Class<?>[] {AccountGrain.Balance.class, AccountGrain.Booked.class}) {
      assertThat(reflection().onConstructorInvocation(stored.getDeclaredConstructor(long.class)))
          .accepts(hints);
      assertThat(reflection().onMethodInvocation(stored.getMethod("cents"))).accepts(hints);
    }
  }

  @Test
  void aNativeImageKnowsTheSealedTypesInsideOfValues() throws Exception {
    RuntimeHints hints = new RuntimeHints();

    new GrainHints(hints).register(DrawingGrain.class);

    assertThat(proxies().forInterfaces(Drawing.class)).accepts(hints);
    for (Class<?> shape : new Class<?>[] {Circle.class, Square.class, Blue.class}) {
      assertThat(reflection().onType(shape)).as("%s", shape).accepts(hints);
      assertThat(reflection().onConstructorInvocation(shape.getDeclaredConstructors()[0]))
          .as("%s", shape)
          .accepts(hints);
    }
    assertThat(reflection().onType(Layer.class)).accepts(hints);
  }

  @Grain("drawing")
  interface Drawing {
    void add(List<Layer> layers);

    CompletionStage<Shape[]> shapes();
  }

  sealed interface Shape permits Circle, Square {}

  record Circle(Color color) implements Shape {}

  record Square(Layer under) implements Shape {}

  sealed interface Color permits Blue {}

  record Blue(int depth) implements Color {}

  record Layer(Map<String, Shape> shapes) {}

  static final class DrawingGrain extends StatefulGrain<Layer> implements Drawing {

    @Override
    protected Layer initialState() {
      return new Layer(Map.of());
    }

    @Override
    public void add(List<Layer> layers) {
      setState(layers.get(0));
    }

    @Override
    public CompletionStage<Shape[]> shapes() {
      return CompletableFuture.completedFuture(new Shape[0]);
    }
  }

  @Test
  void grainsThatWereFoundAreBeansOfTheGeneratedCode() {
    InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
    generate(Application.class, files).writeGeneratedContent();

    assertThat(files.getGeneratedFiles(GeneratedFiles.Kind.SOURCE))
        .anySatisfy(
            (name, source) -> assertThat(read(source)).contains(AccountGrain.class.getName()));
  }

  @EnableAutoConfiguration
  @GrainScan(basePackageClasses = Bank.class)
  @Import(Bank.class)
  static class Application {}

  private static RuntimeHints process(Class<?> application) {
    return generate(application, new InMemoryGeneratedFiles()).getRuntimeHints();
  }

  private static DefaultGenerationContext generate(
      Class<?> application, InMemoryGeneratedFiles files) {
    DefaultGenerationContext generation =
        new DefaultGenerationContext(
            new ClassNameGenerator(ClassName.get(GrainHintsTests.class)), files);
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.register(application);
      new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
      assertThat(context.getBeanFactory().containsSingleton("grains"))
          .as("%s are not started", Grains.class)
          .isFalse();
    }
    return generation;
  }

  private static String read(InputStreamSource source) {
    try (var in = source.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
