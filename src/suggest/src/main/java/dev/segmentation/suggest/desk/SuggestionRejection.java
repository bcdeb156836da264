package dev.segmentation.suggest.desk;

import dev.segmentation.decision.StandingDecisions;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.RejectionColumns;
import dev.segmentation.decision.journal.Author;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.table.RowError;
import dev.segmentation.workspace.RunSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes down which suggestions people reject, so that they do not come back until what speaks for them changes. */
public final class SuggestionRejection {
    private final Suggestions suggestions;
    private final AnsweredMasters masters;
    private final String today;

    /** Rejects suggestions of that file. */
    public SuggestionRejection(Suggestions suggestions, RunSettings settings, Clock clock, Consumer<String> notes) {
        this.suggestions = suggestions;
        this.masters = new AnsweredMasters(settings, clock, notes);
        this.today = LocalDate.now(clock).toString();
    }

    /**
     * Does it.
     *
     * @param picks the suggestions, each once; all of them are in the file
     * @param reason why, may be blank
     * @param author who rejects them
     * @param dryRun whether only to tell what would be done
     */
    public SuggestionAnswers run(List<SuggestionPick> picks, String reason, Author author, boolean dryRun) {
        Origin origin = author.origin("suggest reject", "Rejections-" + today);
        return masters.change(origin, dryRun, (tables, standing) -> {
            Rejections before =
                    Rejections.of(tables.table(GovernanceFiles.REJECTIONS).rows());
            return picks.stream()
                    .map(pick -> masters.lost(pick, suggestions.row(pick))
                            .or(() -> SuggestionAnswer.edited(pick, suggestions.row(pick)))
                            .or(() -> already(pick, before, standing))
                            .orElseGet(() -> reject(tables, pick, reason, author.name())))
                    .toList();
        });
    }

    private Optional<SuggestionAnswer> already(SuggestionPick pick, Rejections before, StandingDecisions standing) {
        SuggestedRow row = suggestions.row(pick);
        if (row.offers().isEmpty()) {
            return Optional.of(SuggestionAnswer.of(
                    pick, row, SuggestionAnswer.Outcome.NOTHING_SUGGESTED, "nothing is suggested, nothing to reject"));
        }
        String suggested = row.offers().get(pick.place() - 1).suggested();
        if (before.rejected(suggestions.kind().label(), row.masterId(), suggested, row.evidence())) {
            return Optional.of(
                    SuggestionAnswer.of(pick, row, SuggestionAnswer.Outcome.REJECTED_BEFORE, "was rejected before"));
        }
        Optional<StandingDecisions.Standing> decided = suggestions.kind() == SuggestionKind.GROUP
                ? standing.group(row.masterId())
                : standing.website(row.masterId());
        return decided.filter(one -> one.value().equals(suggested))
                .map(one -> SuggestionAnswer.of(
                        pick,
                        row,
                        SuggestionAnswer.Outcome.DECIDED_OTHERWISE,
                        "people decided so: " + one.told() + "; take that back first"));
    }

    private SuggestionAnswer reject(GovernanceTables tables, SuggestionPick pick, String reason, String owner) {
        SuggestedRow row = suggestions.row(pick);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(RejectionColumns.KIND, suggestions.kind().label());
        cells.put(RejectionColumns.ID, row.masterId());
        cells.put(RejectionColumns.CANONICAL, row.canonical());
        cells.put(RejectionColumns.SUGGESTED, row.offers().get(pick.place() - 1).suggested());
        cells.put(RejectionColumns.EVIDENCE, row.evidence());
        cells.put(RejectionColumns.OWNER, owner);
        cells.put(RejectionColumns.DATE, today);
        cells.put(RejectionColumns.REASON, reason.strip());
        tables.table(GovernanceFiles.REJECTIONS).append(cells);
        return SuggestionAnswer.of(
                pick, row, SuggestionAnswer.Outcome.REJECTED, "does not come back until its evidence changes");
    }

    /** Rows of governance files that cannot be used. */
    public List<RowError> rejected() {
        return masters.rejected();
    }
}
