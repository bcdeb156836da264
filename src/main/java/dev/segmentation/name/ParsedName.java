package dev.segmentation.name;

import java.util.List;

/**
 * A company name, understood.
 *
 * @param original the text as billed
 * @param core the words that identify the company, as written but in upper case: without legal form, care-of, markers
 * @param canonical the core as one text, keeping {@code &}, hyphens and apostrophes
 * @param key the core folded for comparison: abbreviations expanded, spelling variants joined, stop words dropped; empty
 *     if the name has no words
 * @param bracketed bit <i>i</i> is set if word <i>i</i> of the key stands in parentheses
 * @param evidence every word that may speak for a class, expanded: all but the care-of part
 * @param begins positions in {@code evidence} where the name, or its alias, begins
 * @param ends positions behind the last word of the name: with and without legal form, and behind its alias
 * @param legalForm the legal form, blank if none
 * @param careOf the billing intermediary, blank if none
 * @param alias the trade name after DBA or the former name after FKA, blank if none
 * @param marker a branch, store or department marker that was cut off, blank if none
 * @param evidenceText the original text without its care-of part
 * @param person whether it reads as a natural person's name
 * @param anonymous whether it names no company: a department alone, or a placeholder such as N/A
 * @param swapped whether the care-of part names the company because nothing else does
 */
public record ParsedName(
        String original,
        List<String> core,
        String canonical,
        String key,
        long bracketed,
        List<String> evidence,
        List<Integer> begins,
        List<Integer> ends,
        String legalForm,
        String careOf,
        String alias,
        String marker,
        String evidenceText,
        boolean person,
        boolean anonymous,
        boolean swapped) {

    /** Copies the lists. */
    public ParsedName {
        core = List.copyOf(core);
        evidence = List.copyOf(evidence);
        begins = List.copyOf(begins);
        ends = List.copyOf(ends);
    }

    /** Whether the text holds no word at all. */
    public boolean empty() {
        return core.isEmpty();
    }
}
