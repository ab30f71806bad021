/** A bank whose accounts are grains. */
@NullMarked
package dev.grains.spring.account;

import org.jspecify.annotations.NullMarked;
