/** Tests of several members that share a database. */
@NullMarked
package dev.grains.spring.cluster;

import org.jspecify.annotations.NullMarked;
