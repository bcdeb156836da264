package dev.segmentation.rules.table;

import dev.segmentation.name.NameEvidence;

/**
 * A name as the rules read it.
 *
 * @param name the name, typos in its words mended
 * @param written the name as people wrote it; the same object if nothing was mended
 */
public record Reading(NameEvidence name, NameEvidence written) {

    /** The text as people wrote it, in quotation marks. */
    public String quoted() {
        return "\"" + written.name().evidenceText() + "\"";
    }

    /** The text as people wrote it, and which of its words were read otherwise. */
    public String quotedWithTypos() {
        return quoted() + typos(0, name.words().size());
    }

    /** Which of these words were read otherwise, as {@code  (ELECTRCAL read as ELECTRICAL)}; empty if none was. */
    public String typos(int start, int end) {
        if (name == written) {
            return "";
        }
        StringBuilder typos = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (!name.words().get(i).equals(written.words().get(i))) {
                typos.append(typos.isEmpty() ? " (" : ", ")
                        .append(written.words().get(i))
                        .append(" read as ")
                        .append(name.words().get(i));
            }
        }
        return typos.isEmpty() ? "" : typos.append(')').toString();
    }
}
