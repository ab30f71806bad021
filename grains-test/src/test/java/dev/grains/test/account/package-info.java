/** A bank account and its tests, written as a user would. */
@NullMarked
package dev.grains.test.account;

import org.jspecify.annotations.NullMarked;
