package dev.grains.spring.account;

import dev.grains.spring.GrainScan;

/** A configuration beside the grains. */
@GrainScan
public class ScansItself {}
