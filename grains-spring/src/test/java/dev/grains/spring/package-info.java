/** Tests of the starter. */
@NullMarked
package dev.grains.spring;

import org.jspecify.annotations.NullMarked;
