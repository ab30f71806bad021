/** The web API: patients and registries over HTTP. */
@NullMarked
package dev.grains.clinic.web;

import org.jspecify.annotations.NullMarked;
