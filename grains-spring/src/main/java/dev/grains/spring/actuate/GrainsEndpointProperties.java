package dev.grains.spring.actuate;

import java.util.Set;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code management.endpoint.grains.*}. Immutable.
 *
 * @param showState When to show the state of a grain.
 * @param roles Roles of those to whom states are shown when authorized; none means whoever is
 *     authenticated.
 * @since 0.1
 */
@ConfigurationProperties("management.endpoint.grains")
public record GrainsEndpointProperties(
    @DefaultValue("never") Show showState, @DefaultValue Set<String> roles) {}
