/** Real observations to test with. */
@NullMarked
package dev.grains.test.data;

import org.jspecify.annotations.NullMarked;
