/** Grains behind Spring MVC: request headers become call options, failures become problems. */
@NullMarked
package dev.grains.spring.web;

import org.jspecify.annotations.NullMarked;
