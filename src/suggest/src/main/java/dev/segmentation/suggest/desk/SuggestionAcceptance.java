package dev.segmentation.suggest.desk;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.decision.StandingDecisions;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.decision.journal.Author;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.table.RowError;
import dev.segmentation.workspace.RunSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes suggestions decisions, because people say so. They become decisions of a batch named after the day, so that they can be
 * taken back together; what people decided before stays.
 */
public final class SuggestionAcceptance {
    /** Beginning of the name under which the accepted suggestions of a day are kept. */
    public static final String SOURCE = "Suggestions-";

    private final Suggestions suggestions;
    private final AnsweredMasters masters;
    private final String today;

    /**
     * What a person asks for.
     *
     * @param picks the suggestions, each once; all of them are in the file
     * @param chosen what the person chose instead of what is suggested; for groups alone
     * @param sparing whether suggestions that were rejected are left alone, since nobody looked at each
     */
    public record Request(List<SuggestionPick> picks, Optional<IndustrialGroup> chosen, boolean sparing) {
        /** Copies the list. */
        public Request {
            picks = List.copyOf(picks);
        }
    }

    /** Accepts suggestions of that file. */
    public SuggestionAcceptance(Suggestions suggestions, RunSettings settings, Clock clock, Consumer<String> notes) {
        this.suggestions = suggestions;
        this.masters = new AnsweredMasters(settings, clock, notes);
        this.today = LocalDate.now(clock).toString();
    }

    /** Does it, or with {@code dryRun} only tells what would be done. */
    public SuggestionAnswers run(Request request, Author author, boolean dryRun) {
        Origin origin = author.origin("suggest accept", SOURCE + today);
        return masters.change(origin, dryRun, (tables, standing) -> {
            Rejections rejections =
                    Rejections.of(tables.table(GovernanceFiles.REJECTIONS).rows());
            AcceptedGroups groups = new AcceptedGroups(tables, standing, SOURCE + today, author.name(), today);
            return request.picks().stream()
                    .map(pick -> {
                        SuggestedRow written = suggestions.row(pick);
                        boolean own =
                                written.edited().isPresent() && request.chosen().isPresent();
                        SuggestedRow row = own ? written.bare() : written;
                        boolean before = rejectedBefore(rejections, pick, row);
                        return masters.lost(pick, row)
                                .or(() -> own ? Optional.empty() : SuggestionAnswer.edited(pick, row))
                                .or(() -> spared(request, pick, row, before))
                                .or(() -> nothing(request, pick, row, rejections))
                                .orElseGet(() -> suggestions.kind() == SuggestionKind.GROUP
                                        ? groups.accept(pick, row, request.chosen(), before)
                                        : website(tables, standing, pick, row, before));
                    })
                    .toList();
        });
    }

    private boolean rejectedBefore(Rejections rejections, SuggestionPick pick, SuggestedRow row) {
        return row.offers().size() >= pick.place()
                && rejections.rejected(
                        suggestions.kind().label(),
                        row.masterId(),
                        row.offers().get(pick.place() - 1).suggested(),
                        row.evidence());
    }

    private static Optional<SuggestionAnswer> spared(
            Request request, SuggestionPick pick, SuggestedRow row, boolean before) {
        return request.sparing() && before
                ? Optional.of(SuggestionAnswer.of(
                        pick,
                        row,
                        SuggestionAnswer.Outcome.REJECTED_BEFORE,
                        "was rejected; name its rank to accept it all the same"))
                : Optional.empty();
    }

    private Optional<SuggestionAnswer> nothing(
            Request request, SuggestionPick pick, SuggestedRow row, Rejections rejections) {
        String why = rejections.any(suggestions.kind().label(), row.masterId())
                ? "what was suggested was rejected before, and nothing else is suggested"
                : "nothing is suggested";
        return row.offers().isEmpty() && request.chosen().isEmpty()
                ? Optional.of(SuggestionAnswer.of(
                        pick, row, SuggestionAnswer.Outcome.NOTHING_SUGGESTED, why + "; decide it with --group NAME"))
                : Optional.empty();
    }

    private static SuggestionAnswer website(
            GovernanceTables tables,
            StandingDecisions standing,
            SuggestionPick pick,
            SuggestedRow row,
            boolean before) {
        String host = row.offers().get(0).suggested();
        Optional<StandingDecisions.Standing> decided = standing.website(row.masterId());
        if (decided.isPresent()) {
            return SuggestionAnswer.of(
                    pick,
                    row,
                    decided.get().value().equals(host)
                            ? SuggestionAnswer.Outcome.DECIDED_SO
                            : SuggestionAnswer.Outcome.DECIDED_OTHERWISE,
                    "already decided: " + decided.get().told());
        }
        tables.table(GovernanceFiles.WEBSITES)
                .append(Map.of(SegmentColumns.CANONICAL, row.canonical(), SegmentColumns.WEBSITE, host));
        return SuggestionAnswer.of(
                pick,
                row,
                SuggestionAnswer.Outcome.ACCEPTED,
                host + " into " + GovernanceFiles.WEBSITES + (before ? ", although it was rejected before" : ""));
    }

    /** Rows of governance files that cannot be used. */
    public List<RowError> rejected() {
        return masters.rejected();
    }
}
