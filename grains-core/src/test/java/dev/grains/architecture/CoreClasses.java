package dev.grains.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.grains.Grains;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The classes of grains-core, without its tests. */
final class CoreClasses {

  static final String INTERNAL = "dev.grains.internal..";

  static final DescribedPredicate<JavaClass> INTERNAL_TYPES =
      JavaClass.Predicates.resideInAPackage(INTERNAL).as("internal types");

  static final JavaClasses ALL = read();

  private CoreClasses() {}

  /** Whether users compile against it: the API, its annotations and the SPI. */
  static boolean isExported(JavaClass type) {
    return !type.getPackageName().startsWith("dev.grains.internal");
  }

  // by location and not by name: the tests live in the same packages, and target may have any name
  private static JavaClasses read() {
    try {
      Path classes =
          Path.of(Grains.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new ClassFileImporter().importPath(classes);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot tell where the classes of grains-core are", e);
    }
  }
}
