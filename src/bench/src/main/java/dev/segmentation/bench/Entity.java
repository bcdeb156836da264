package dev.segmentation.bench;

/**
 * One customer in the sense of the truth.
 *
 * @param id the id in the truth file
 * @param kind what it is
 * @param core its name without the legal form; no other entity has the same words
 * @param form its legal form, empty if none
 */
record Entity(String id, Kind kind, String core, String form) {}
