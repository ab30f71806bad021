/** A build of somebody else, who has the README and the artifacts and nothing else. */
@NullMarked
package dev.grains.spring.thirdparty;

import org.jspecify.annotations.NullMarked;
