/** Tells patients what a log says, many calls at a time, and checks what they make of it. */
@NullMarked
package dev.grains.clinic.intake;

import org.jspecify.annotations.NullMarked;
