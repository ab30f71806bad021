/** Tests of grains behind Spring MVC. */
@NullMarked
package dev.grains.spring.web;

import org.jspecify.annotations.NullMarked;
