/** The entry processor that brings a batch to the activation on the owner. */
@NullMarked
package dev.grains.internal.admission;

import org.jspecify.annotations.NullMarked;
