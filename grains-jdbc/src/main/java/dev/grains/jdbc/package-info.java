/** Grains kept in PostgreSQL or H2: the store, its settings, and the upcasters of stored events. */
@NullMarked
package dev.grains.jdbc;

import org.jspecify.annotations.NullMarked;
