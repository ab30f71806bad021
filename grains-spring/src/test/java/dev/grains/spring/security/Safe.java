package dev.grains.spring.security;

import dev.grains.annotation.Grain;
import java.util.concurrent.CompletionStage;
import org.springframework.security.access.prepost.PreAuthorize;

@Grain("safe")
@PreAuthorize("hasRole('OWNER')")
interface Safe {

  long put(long cents);

  CompletionStage<Long> putLater(long cents);
}
