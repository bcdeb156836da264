package dev.segmentation.suggest.desk;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.StandingDecisions;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.decision.journal.StoreOptions;
import dev.segmentation.master.Masters;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The masters of the last run, and one change of the governance files about what was suggested for them. */
final class AnsweredMasters {
    private final RunSettings settings;
    private final Clock clock;
    private final Consumer<String> notes;
    private final Masters masters;

    /** What is done with the tables, and what is told of it. It may be done again to fresh tables. */
    interface Work {
        List<SuggestionAnswer> on(GovernanceTables tables, StandingDecisions standing);
    }

    /** @throws TableException if there was no run yet: then nobody knows which masters there are */
    AnsweredMasters(RunSettings settings, Clock clock, Consumer<String> notes) {
        if (!MasterMap.exists(settings)) {
            throw new TableException(settings.output().resolve(MasterMap.FILE)
                    + " does not exist. Run `segmenter run` first, then the command that suggests.");
        }
        this.settings = settings;
        this.clock = clock;
        this.notes = notes;
        this.masters = new Masters(settings, notes);
    }

    SuggestionAnswers change(Origin origin, boolean dryRun, Work work) {
        GovernanceStore store = new GovernanceStore(settings.input(), settings.charset(), StoreOptions.DEFAULT, clock);
        List<SuggestionAnswer> answers = new ArrayList<>();
        if (dryRun) {
            store.preview(tables -> answer(tables, answers, work));
            return new SuggestionAnswers(answers, "");
        }
        Receipt receipt = store.change(origin, tables -> answer(tables, answers, work));
        receipt.notes().forEach(notes);
        return new SuggestionAnswers(answers, receipt.transaction());
    }

    private void answer(GovernanceTables tables, List<SuggestionAnswer> answers, Work work) {
        answers.clear();
        answers.addAll(work.on(tables, new StandingDecisions(tables, masters)));
    }

    /** What to tell of a suggestion whose master is not there any more as it was; nothing is guessed. */
    Optional<SuggestionAnswer> lost(SuggestionPick pick, SuggestedRow row) {
        Optional<MasterCustomer> master = masters.finder().ofId(row.masterId());
        if (master.isEmpty()) {
            return Optional.of(SuggestionAnswer.of(
                    pick,
                    row,
                    SuggestionAnswer.Outcome.GONE,
                    "no present master has the id " + row.masterId() + "; suggest again"));
        }
        String name = master.get().canonical();
        return name.equals(row.canonical())
                ? Optional.empty()
                : Optional.of(SuggestionAnswer.of(
                        pick,
                        row,
                        SuggestionAnswer.Outcome.CHANGED,
                        "its master is called " + name + " now; suggest again"));
    }

    /** Rows of governance files that cannot be used. */
    List<RowError> rejected() {
        return masters.rejected();
    }
}
