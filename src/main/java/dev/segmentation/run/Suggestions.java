package dev.segmentation.run;

import dev.segmentation.csv.TableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A file of suggestions, as people answer it. */
public final class Suggestions {
    private final SuggestionKind kind;
    private final Map<Integer, SuggestedRow> rows;

    private Suggestions(SuggestionKind kind, Map<Integer, SuggestedRow> rows) {
        this.kind = kind;
        this.rows = rows;
    }

    /**
     * Reads the file of that kind in the output folder.
     *
     * @throws TableException if it is missing or damaged
     */
    public static Suggestions read(RunSettings settings, SuggestionKind kind, Consumer<String> notes) {
        return new Suggestions(kind, SuggestedRows.read(settings.output(), kind, notes));
    }

    SuggestionKind kind() {
        return kind;
    }

    SuggestedRow row(SuggestionPick pick) {
        return rows.get(pick.rank());
    }

    /** All of them, by rank. */
    public List<OpenSuggestion> all() {
        return rows.values().stream().map(OpenSuggestion::of).toList();
    }

    /** The one of that master. */
    public Optional<OpenSuggestion> ofMaster(String masterId) {
        return rows.values().stream()
                .filter(row -> row.masterId().equals(masterId))
                .findFirst()
                .map(OpenSuggestion::of);
    }

    /** The rank of the master with that id; empty if the file does not have it. */
    public OptionalInt rank(String masterId) {
        return rows.values().stream()
                .filter(row -> row.masterId().equals(masterId))
                .mapToInt(SuggestedRow::rank)
                .findFirst();
    }

    /** Why a pick cannot be meant: there is no such rank, or nothing at that place of it. */
    public Optional<String> fault(SuggestionPick pick) {
        SuggestedRow row = rows.get(pick.rank());
        if (row == null) {
            return Optional.of(kind.file() + " has no rank " + pick.rank() + (rows.isEmpty() ? "; it is empty" : ""));
        }
        return pick.place() == 1 || pick.place() <= row.offers().size()
                ? Optional.empty()
                : Optional.of(kind.file() + " suggests nothing in place " + pick.place() + " of rank " + pick.rank());
    }

    /** The first suggestions that have at least that probability, by rank. */
    public List<SuggestionPick> from(double probability) {
        List<SuggestionPick> picks = new ArrayList<>();
        rows.forEach((rank, row) -> {
            if (!row.offers().isEmpty() && row.offers().get(0).probability() >= probability) {
                picks.add(new SuggestionPick(rank, 1));
            }
        });
        return picks;
    }
}
