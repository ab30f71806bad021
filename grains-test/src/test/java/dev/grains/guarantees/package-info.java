/** What docs/guarantees.md promises, each promise held to by tests that are named after it. */
@NullMarked
package dev.grains.guarantees;

import org.jspecify.annotations.NullMarked;
