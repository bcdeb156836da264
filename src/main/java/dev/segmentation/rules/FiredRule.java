package dev.segmentation.rules;

/**
 * What a rule says of itself: its name is its id, a space, and a sentence.
 *
 * @param id for example {@code PRV-901}
 * @param sentence why it decides as it does
 * @param band where it stands
 */
record FiredRule(String id, String sentence, Band band) {}
