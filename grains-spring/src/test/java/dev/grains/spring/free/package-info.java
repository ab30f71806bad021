/** Another grain class for the contract of the bank. */
@NullMarked
package dev.grains.spring.free;

import org.jspecify.annotations.NullMarked;
