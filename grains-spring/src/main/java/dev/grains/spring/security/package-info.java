/** Spring Security around grains: who calls travels with the call, and is checked at the owner. */
@NullMarked
package dev.grains.spring.security;

import org.jspecify.annotations.NullMarked;
