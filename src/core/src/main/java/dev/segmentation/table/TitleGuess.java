package dev.segmentation.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Says which titles of a header are not used, and which column may be meant. */
public final class TitleGuess {
    /** No title is longer; looking through one that is would take its time. */
    private static final int LONGEST = 1_000;

    private static final Pattern SPACE = Pattern.compile("[\\s_]+");
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(3);

    private TitleGuess() {}

    /** Remarks on titles that stand twice or that no column of the kind bears. */
    public static void remarks(String file, long line, Header header, TableSpec spec, Consumer<RowError> remarks) {
        for (int i = 0; i < header.width(); i++) {
            String title = header.nameAt(i);
            if (header.columns().containsValue(i) || title.isBlank()) {
                continue;
            }
            boolean twice = header.columns().keySet().stream().anyMatch(known -> same(known, title));
            String problem = twice
                    ? "the column stands twice; the first is used"
                    : "no such column is known; its cells are not used";
            String advice = twice ? "Delete or rename one of the two." : advice(title, header, spec);
            String check = twice ? "duplicate-column" : "unknown-column";
            remarks.accept(new RowError(file, line, title, title, problem, advice, check));
        }
    }

    private static String advice(String title, Header header, TableSpec spec) {
        List<String> free = new ArrayList<>(spec.columns());
        free.removeAll(header.columns().keySet());
        String near = nearest(title, free);
        return near.isEmpty()
                ? "Rename it to one of " + String.join(", ", spec.columns()) + ", or delete it."
                : "Maybe " + near + " is meant.";
    }

    /** The title that differs least, empty if none is near. */
    static String nearest(String title, Collection<String> titles) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : titles) {
            int distance = DISTANCE.apply(fold(title), fold(candidate));
            if (distance >= 0 && distance < least && distance * 2 < candidate.length()) {
                best = candidate;
                least = distance;
            }
        }
        return best;
    }

    public static boolean same(String title, String other) {
        return fold(title).equals(fold(other));
    }

    static String fold(String title) {
        return SPACE.matcher(
                        title.substring(0, Math.min(title.length(), LONGEST)).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }
}
