package dev.segmentation.suggest.text;

import dev.segmentation.name.NameEvidence;
import java.util.List;
import java.util.Set;

/** The words of a name that may say what its company does. */
public final class NameWords {
    /** Legal forms of professions; all others say nothing about the business. */
    private static final Set<String> PROFESSIONS = Set.of("PC", "PLLC", "LLP", "LP", "PA", "PLC", "APC", "PSC", "CHTD");

    private NameWords() {}

    /** All words but the care-of part and a legal form that any company may have. */
    public static List<String> of(NameEvidence evidence) {
        String form = evidence.name().legalForm().replaceAll("[^\\p{L}\\p{N}]", "");
        if (form.isEmpty() || PROFESSIONS.contains(form) || evidence.ends().size() < 2) {
            return evidence.words();
        }
        int end = evidence.ends().get(evidence.ends().size() - 2);
        boolean formLast = evidence.ends().get(evidence.ends().size() - 1)
                == evidence.words().size();
        return end > 0 && formLast && evidence.name().alias().isEmpty()
                ? evidence.words().subList(0, end)
                : evidence.words();
    }
}
