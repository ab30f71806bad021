/** Tests of an application and its grains. */
@NullMarked
package dev.grains.spring.test;

import org.jspecify.annotations.NullMarked;
