/** Patients, what is observed of them, and the registries that count them. */
@NullMarked
package dev.grains.clinic.domain;

import org.jspecify.annotations.NullMarked;
