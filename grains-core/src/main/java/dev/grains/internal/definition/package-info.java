/** What contracts and grain classes say, checked once at registration. */
@NullMarked
package dev.grains.internal.definition;

import org.jspecify.annotations.NullMarked;
