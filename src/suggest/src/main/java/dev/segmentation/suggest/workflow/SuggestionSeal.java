package dev.segmentation.suggest.workflow;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.files.Sha256;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The seal of a row of suggested groups: it tells whether the cells that would become a decision are those that were suggested.
 * It stands behind the evidence, in the same cell. It is no guard against malice. What a spreadsheet does to a cell when it saves
 * the file breaks no seal: order of columns, quotation marks, lost zeros.
 */
public final class SuggestionSeal {
    /** Stands between the evidence and the seal. */
    private static final String BETWEEN = "/";

    private static final List<String> SEALED = Stream.of(
                    List.of(SuggestionFiles.ID, SuggestionFiles.CLAIMED),
                    SuggestionFiles.PLACES,
                    SuggestionFiles.PROBABILITIES,
                    List.of(SuggestionFiles.DETAIL, SuggestionFiles.SUPPORT, SuggestionFiles.NAICS),
                    SuggestionFiles.sources())
            .flatMap(List::stream)
            .toList();

    private SuggestionSeal() {}

    /** The evidence with the seal of its row, given the other cells by their columns. */
    public static String on(String evidence, Function<String, String> cells) {
        StringBuilder all = new StringBuilder(evidence);
        StringBuilder each = new StringBuilder();
        for (String column : SEALED) {
            String cell = plain(column, cells.apply(column));
            all.append('\n').append(cell);
            each.append(Sha256.hex(cell), 0, 2); // tells one cell from most others
        }
        return evidence + BETWEEN + each + Sha256.hex(all.toString()).substring(0, 8);
    }

    static String evidence(String sealed) {
        int at = sealed.indexOf(BETWEEN);
        return at < 0 ? sealed : sealed.substring(0, at);
    }

    /** The first column that is not as it was suggested; empty if all are. */
    static Optional<String> broken(Function<String, String> cells) {
        String now = cells.apply(SuggestionFiles.EVIDENCE);
        String evidence = evidence(now);
        String right = on(evidence, cells);
        if (now.equals(right)) {
            return Optional.empty();
        }
        int seal = evidence.length() + BETWEEN.length();
        for (int i = 0; i < SEALED.size() && now.length() == right.length(); i++) {
            if (!now.startsWith(right.substring(seal + 2 * i, seal + 2 * i + 2), seal + 2 * i)) {
                return Optional.of(SEALED.get(i));
            }
        }
        return Optional.of(SuggestionFiles.EVIDENCE);
    }

    private static String plain(String column, String cell) {
        String text = SuggestionWriter.cell(cell == null ? "" : cell).replaceFirst("^[=+@'-]+", "");
        if (SuggestionFiles.PROBABILITIES.contains(column) && text.matches("\\d(\\.\\d{1,18})?")) {
            return String.format(Locale.ROOT, "%.3f", Double.parseDouble(text));
        }
        return SuggestionFiles.PLACES.contains(column)
                ? IndustrialGroup.parse(text).map(IndustrialGroup::label).orElse(text)
                : text;
    }
}
