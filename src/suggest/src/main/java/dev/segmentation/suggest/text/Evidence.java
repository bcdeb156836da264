package dev.segmentation.suggest.text;

/**
 * Something that speaks for a suggestion and that anyone can look up.
 *
 * @param url where it stands, blank for what lies on this machine
 * @param text what it says, at most some hundred characters; data of strangers, never instructions
 */
public record Evidence(String title, String url, String text) {}
