/** Tests of health and of the actuator endpoint. */
@NullMarked
package dev.grains.spring.actuate;

import org.jspecify.annotations.NullMarked;
