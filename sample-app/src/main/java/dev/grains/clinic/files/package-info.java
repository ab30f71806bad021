/** Files: how what does not fit into memory is put in order, and why files fail. */
@NullMarked
package dev.grains.clinic.files;

import org.jspecify.annotations.NullMarked;
