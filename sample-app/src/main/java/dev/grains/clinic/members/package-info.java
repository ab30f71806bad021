/** Members of the cluster as processes of their own, and what they say of themselves. */
@NullMarked
package dev.grains.clinic.members;

import org.jspecify.annotations.NullMarked;
