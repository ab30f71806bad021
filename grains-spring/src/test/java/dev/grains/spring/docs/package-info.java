/** What the documents show of Spring. */
@NullMarked
package dev.grains.spring.docs;

import org.jspecify.annotations.NullMarked;
