/** Tests of an application whose grains have rules of method security. */
@NullMarked
package dev.grains.spring.secured;

import org.jspecify.annotations.NullMarked;
