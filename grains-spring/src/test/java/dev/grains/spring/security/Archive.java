package dev.grains.spring.security;

import dev.grains.annotation.Grain;
import org.springframework.security.access.prepost.PreAuthorize;

/** Its rule holds for what it inherits as well. */
@Grain("archive")
@PreAuthorize("hasRole('ARCHIVIST')")
interface Archive extends Readable {

  void burn();
}
