/**
 * Event logs as CSV: read row by row, broken rows set aside, good ones put in the order of time.
 */
@NullMarked
package dev.grains.clinic.log;

import org.jspecify.annotations.NullMarked;
