package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.spring.account.RestartedBank;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What spring-boot-devtools does: the classes of the application in a new class loader each time.
 */
class RestartTests {

  @Test
  void grainsStartAgainWithTheNewClassesOfTheApplication() throws Exception {
    Object first = runInItsOwnClassLoader();
    Object second = runInItsOwnClassLoader();

    assertThat(first).isInstanceOf(Class.class).isNotEqualTo(second);
    assertThat(((Class<?>) first).getName()).isEqualTo(((Class<?>) second).getName());
  }

  private static Object runInItsOwnClassLoader() throws Exception {
    Path classes =
        Path.of(RestartTests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (RestartLoader loader = new RestartLoader(classes.toUri().toURL())) {
      Thread.currentThread().setContextClassLoader(loader);
      Class<?> application = loader.loadClass(RestartedBank.class.getName());
      return ((Supplier<?>) application.getConstructor().newInstance()).get();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** Loads the classes of the bank anew and everything else as before. */
  private static final class RestartLoader extends URLClassLoader {

    private static final String RESTARTED = "dev.grains.spring.account.";

    RestartLoader(URL classes) {
      super(new URL[] {classes}, RestartTests.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && name.startsWith(RESTARTED)) {
          loaded = findClass(name);
        }
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
    }
  }
}
