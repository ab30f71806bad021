/** A class that nothing may ever load because of bytes that came from outside. */
@NullMarked
package dev.grains.trap;

import org.jspecify.annotations.NullMarked;
