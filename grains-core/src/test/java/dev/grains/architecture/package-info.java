/**
 * Holds the code to the layers and conventions that ARCHITECTURE.md and CONTRIBUTING.md describe.
 */
@NullMarked
package dev.grains.architecture;

import org.jspecify.annotations.NullMarked;
