package dev.segmentation.name;

import java.util.ArrayList;
import java.util.List;

/**
 * A company name, understood. There is one for each customer, so it holds as little as it can.
 *
 * @param original the text as billed
 * @param canonical the words that identify the company in upper case, without legal form, care-of and markers; keeping
 *     {@code &}, hyphens and apostrophes
 * @param key these words folded for comparison: scripts that can be spelled in Latin letters are, abbreviations expanded,
 *     spelling variants joined, stop words dropped; empty if the name has no words
 * @param bracketed bit <i>i</i> is set if word <i>i</i> of the key stands in parentheses
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
        String canonical,
        String key,
        long bracketed,
        String legalForm,
        String careOf,
        String alias,
        String marker,
        String evidenceText,
        boolean person,
        boolean anonymous,
        boolean swapped) {

    /** Whether the text holds no word at all. */
    public boolean empty() {
        return canonical.isEmpty();
    }

    /** The words of the canonical name, {@code &} as AND, apostrophes left out. */
    public List<String> core() {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= canonical.length(); i++) {
            if (i == canonical.length() || canonical.charAt(i) == ' ' || canonical.charAt(i) == '-') {
                if (i > from) {
                    words.add(NameToken.textOf(canonical.substring(from, i)));
                }
                from = i + 1;
            }
        }
        return words;
    }
}
