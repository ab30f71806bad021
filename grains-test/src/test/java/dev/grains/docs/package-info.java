/** The code of README and docs, and the tests that keep the documents true to it. */
@NullMarked
package dev.grains.docs;

import org.jspecify.annotations.NullMarked;
