package dev.grains.clinic.log;

/**
 * A line of a file.
 *
 * @param number its number, the first is 1
 * @param text its text, cut off if it is too long
 * @param whole whether that is all of it
 */
record Line(long number, String text, boolean whole) {}
