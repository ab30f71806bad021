/** Health and the actuator endpoint of grains. */
@NullMarked
package dev.grains.spring.actuate;

import org.jspecify.annotations.NullMarked;
