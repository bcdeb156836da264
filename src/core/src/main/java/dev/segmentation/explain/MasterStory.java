package dev.segmentation.explain;

import java.util.List;

/**
 * What happened to one master, the newest last.
 *
 * @param master its canonical name; the name that was asked for if no run knows it
 * @param masterId its id, blank if no run knows it
 * @param entries decisions about it, and what runs did to it
 */
public record MasterStory(String master, String masterId, List<HistoryEntry> entries) {}
