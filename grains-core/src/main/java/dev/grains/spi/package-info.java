/**
 * The SPI: what stores, interceptors and test kits are written against. Grain classes and callers
 * do not need it.
 */
@NullMarked
package dev.grains.spi;

import org.jspecify.annotations.NullMarked;
