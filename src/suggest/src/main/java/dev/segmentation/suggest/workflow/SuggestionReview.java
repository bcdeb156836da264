package dev.segmentation.suggest.workflow;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.master.MasterResolver;
import dev.segmentation.suggest.workflow.SuggestionAnswer.Outcome;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Accepts and rejects suggestions, because people say so. Those accepted on a day become decisions of one batch, so that they
 * can be undone together; what people decided before stays.
 */
public final class SuggestionReview {
    /** Beginning of the name of the batch that holds the suggestions accepted on a day. */
    public static final String SOURCE = "Suggestions-";

    private final Suggestions suggestions;
    private final GovernanceStore store;
    private final Consumer<String> notes;
    private final MasterResolver masters;
    private final String today;

    /**
     * A review of that file.
     *
     * @throws TableException if there was no run yet: then the present masters are not known
     */
    public SuggestionReview(
            Suggestions suggestions, RunSettings settings, GovernanceStore store, Consumer<String> notes) {
        if (!MasterMap.exists(settings)) {
            throw new TableException(settings.output().resolve(MasterMap.FILE)
                    + " does not exist. Run `segmenter run` first, then the command that suggests.");
        }
        this.suggestions = suggestions;
        this.store = store;
        this.notes = notes;
        this.masters = new MasterResolver(settings, notes);
        this.today = store.today();
    }

    /**
     * Turns suggestions into decisions.
     *
     * @param picks the suggestions, each once; all of them are in the file
     * @param chosen what the person chose instead of what is suggested; for groups alone
     * @param sparing whether to leave out suggestions that were rejected, since they were not picked one by one
     */
    public SuggestionAnswers accept(
            List<SuggestionPick> picks,
            Optional<IndustrialGroup> chosen,
            boolean sparing,
            Origin author,
            boolean dryRun) {
        Origin origin = author.doing("suggest accept", SOURCE + today);
        return change(origin, dryRun, picks, (decisions, pick) -> accept(decisions, pick, chosen, sparing));
    }

    private SuggestionAnswer accept(
            SuggestionDecisions decisions, SuggestionPick pick, Optional<IndustrialGroup> chosen, boolean sparing) {
        OpenSuggestion written = suggestions.row(pick);
        boolean distrusted = written.edited().isPresent() && chosen.isPresent();
        OpenSuggestion row = distrusted ? written.withoutOffers() : written;
        Optional<SuggestionAnswer> unusable = distrusted ? lost(pick, row) : unusable(pick, row);
        if (unusable.isPresent()) {
            return unusable.get();
        }
        if (sparing && decisions.rejected(pick, row)) {
            return SuggestionAnswer.of(
                    pick, row, Outcome.REJECTED_BEFORE, "was rejected; name its rank to accept it all the same");
        }
        if (row.offers().isEmpty() && chosen.isEmpty()) {
            String why = decisions.anyRejected(row)
                    ? "what was suggested was rejected before, and nothing else is suggested"
                    : "nothing is suggested";
            return SuggestionAnswer.of(pick, row, Outcome.NOTHING_SUGGESTED, why + "; decide it with --group NAME");
        }
        return suggestions.kind() == SuggestionKind.GROUP
                ? decisions.acceptGroup(pick, row, chosen)
                : decisions.acceptWebsite(pick, row);
    }

    /** Keeps suggestions away until what speaks for them changes. */
    public SuggestionAnswers reject(List<SuggestionPick> picks, String reason, Origin author, boolean dryRun) {
        Origin origin = author.doing("suggest reject", "Rejections-" + today);
        return change(origin, dryRun, picks, (decisions, pick) -> {
            OpenSuggestion row = suggestions.row(pick);
            return unusable(pick, row).orElseGet(() -> decisions.reject(pick, row, reason));
        });
    }

    /** Runs one transaction. It may be run again on fresh tables, so the answers of the last time count. */
    private SuggestionAnswers change(
            Origin origin,
            boolean dryRun,
            List<SuggestionPick> picks,
            BiFunction<SuggestionDecisions, SuggestionPick, SuggestionAnswer> answer) {
        List<SuggestionAnswer> answers = new ArrayList<>();
        Consumer<GovernanceTables> edit = tables -> {
            answers.clear();
            var decisions = new SuggestionDecisions(suggestions.kind(), tables, masters, origin.owner(), today);
            picks.forEach(pick -> answers.add(answer.apply(decisions, pick)));
        };
        Receipt receipt = store.change(origin, edit, dryRun);
        receipt.notes().forEach(notes);
        return new SuggestionAnswers(answers, receipt.transaction());
    }

    private Optional<SuggestionAnswer> unusable(SuggestionPick pick, OpenSuggestion row) {
        return lost(pick, row)
                .or(() -> row.edited().map(error -> SuggestionAnswer.of(pick, row, Outcome.EDITED, error.toString())));
    }

    /** What to tell of a suggestion whose master is gone or has another name; nothing is guessed. */
    private Optional<SuggestionAnswer> lost(SuggestionPick pick, OpenSuggestion row) {
        Optional<MasterCustomer> master = masters.ofId(row.masterId());
        if (master.isEmpty()) {
            return Optional.of(SuggestionAnswer.of(
                    pick, row, Outcome.GONE, "no present master has the id " + row.masterId() + "; suggest again"));
        }
        String name = master.get().canonical();
        return name.equals(row.canonical())
                ? Optional.empty()
                : Optional.of(SuggestionAnswer.of(
                        pick, row, Outcome.CHANGED, "its master is called " + name + " now; suggest again"));
    }

    /** Rows of governance files that cannot be used. */
    public List<RowError> rejected() {
        return masters.rejected();
    }
}
