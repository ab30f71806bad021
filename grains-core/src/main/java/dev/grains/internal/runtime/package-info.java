/** Puts the parts of the runtime together: the journey of a command starts and ends here. */
@NullMarked
package dev.grains.internal.runtime;

import org.jspecify.annotations.NullMarked;
