/** The clinic: real patient data through a real cluster. */
@NullMarked
package dev.grains.clinic;

import org.jspecify.annotations.NullMarked;
