/** The command line. */
@NullMarked
package dev.grains.clinic.cli;

import org.jspecify.annotations.NullMarked;
