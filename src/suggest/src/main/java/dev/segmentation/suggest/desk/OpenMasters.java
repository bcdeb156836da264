package dev.segmentation.suggest.desk;

import dev.segmentation.customer.Progress;
import dev.segmentation.decision.exchange.NextBatch;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.name.NameParser;
import dev.segmentation.run.MasterBase;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.workspace.RunInputs;
import dev.segmentation.workspace.RunSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The masters of the worklist that nobody has decided since, with all their spellings. */
final class OpenMasters {
    private final RunSettings settings;
    private final LocalDate today;

    OpenMasters(RunSettings settings, LocalDate today) {
        this.settings = settings;
        this.today = today;
    }

    /**
     * The most valuable ones first.
     *
     * @throws dev.segmentation.table.TableException if there was no run
     */
    List<RankedMaster> read(int limit, NameParser parser, Governance governance, Consumer<String> notes) {
        List<NextBatch.Candidate> picked = new NextBatch(settings, today).pick(limit, governance, notes);
        MasterBase base = MasterBase.of(
                new RunInputs(settings, Progress.NONE, error -> {}, notes).map(), governance, parser, note -> {});
        Map<String, MasterBase.Entry> entries = new HashMap<>();
        for (int i = 0; i < base.size(); i++) {
            entries.put(base.entry(i).master().id(), base.entry(i));
        }
        List<RankedMaster> open = new ArrayList<>();
        for (NextBatch.Candidate one : picked) {
            MasterBase.Entry entry = entries.get(one.id());
            if (entry == null) {
                notes.accept(
                        one.name() + " (" + one.id() + ") is on the worklist and not in the map. Run `segmenter run`.");
            } else {
                open.add(new RankedMaster(one.rank(), master(one, entry)));
            }
        }
        return open;
    }

    private static OpenMaster master(NextBatch.Candidate one, MasterBase.Entry entry) {
        return new OpenMaster(
                one.id(),
                entry.master().canonical(),
                entry.master().name(),
                entry.texts(),
                entry.examples(),
                one.keys(),
                one.why(),
                one.value());
    }
}
