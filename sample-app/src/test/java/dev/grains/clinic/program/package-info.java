/** Tests of the program as its users run it: the script, and the processes it starts. */
@NullMarked
package dev.grains.clinic.program;

import org.jspecify.annotations.NullMarked;
