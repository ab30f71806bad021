package dev.grains.spring.broken.bare;

import dev.grains.Grain;

public final class BareGrain extends Grain {}
