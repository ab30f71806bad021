package dev.grains.spring.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Sets up the context of a {@link GrainsTest}. */
final class GrainsTestContextBootstrapper extends TestSliceTestContextBootstrapper<GrainsTest> {}
