package dev.segmentation.suggest.workflow;

import dev.segmentation.output.Worklist;
import dev.segmentation.workspace.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A file of suggestions, as people answer it. */
public final class Suggestions {
    private final SuggestionKind kind;
    private final Map<Integer, OpenSuggestion> rows;
    private final Map<Integer, String> worklist;

    private Suggestions(SuggestionKind kind, Map<Integer, OpenSuggestion> rows, Map<Integer, String> worklist) {
        this.kind = kind;
        this.rows = rows;
        this.worklist = worklist;
    }

    /** Reads the file of that kind in the output folder. */
    public static Suggestions read(RunSettings settings, SuggestionKind kind, Consumer<String> notes) {
        return new Suggestions(
                kind,
                SuggestionReader.read(settings.output(), kind, notes),
                kind == SuggestionKind.GROUP ? Worklist.ids(settings.output(), notes) : Map.of());
    }

    SuggestionKind kind() {
        return kind;
    }

    OpenSuggestion row(SuggestionPick pick) {
        return rows.get(pick.rank());
    }

    /** All of them, by rank. */
    public List<OpenSuggestion> all() {
        return List.copyOf(rows.values());
    }

    /** The one of that master. */
    public Optional<OpenSuggestion> ofMaster(String masterId) {
        return rows.values().stream()
                .filter(row -> row.masterId().equals(masterId))
                .findFirst();
    }

    /**
     * Why a rank is ambiguous: a later run gave it to another master of the worklist.
     */
    public Optional<String> moved(SuggestionPick pick) {
        OpenSuggestion row = rows.get(pick.rank());
        String now = worklist.getOrDefault(pick.rank(), "");
        return row == null || now.isEmpty() || now.equals(row.masterId())
                ? Optional.empty()
                : Optional.of("Rank " + pick.rank() + " is " + row.canonical() + " (" + row.masterId() + ") in "
                        + kind.file() + " and another master (" + now
                        + ") on the present worklist. Suggest again, or name"
                        + " the Master Id in place of the rank");
    }

    /** Why a pick cannot be meant: there is no such rank, or nothing at that place of it. */
    public Optional<String> fault(SuggestionPick pick) {
        OpenSuggestion row = rows.get(pick.rank());
        if (row == null) {
            return Optional.of(kind.file() + " has no rank " + pick.rank() + (rows.isEmpty() ? "; it is empty" : ""));
        }
        return pick.place() == 1 || pick.place() <= row.offers().size()
                ? Optional.empty()
                : Optional.of(kind.file() + " suggests nothing in place " + pick.place() + " of rank " + pick.rank());
    }

    /**
     * The first suggestions that have at least that probability, by rank.
     *
     * @param claimed whether those are meant that a language model alone makes, or all others
     */
    public List<SuggestionPick> likely(double probability, boolean claimed) {
        return rows.values().stream()
                .filter(row -> row.claimed() == claimed && row.sure(probability))
                .map(row -> new SuggestionPick(row.rank(), 1))
                .toList();
    }
}
