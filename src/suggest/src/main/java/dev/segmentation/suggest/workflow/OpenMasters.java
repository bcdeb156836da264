package dev.segmentation.suggest.workflow;

import dev.segmentation.customer.Progress;
import dev.segmentation.decision.exchange.NextBatch;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.name.NameParser;
import dev.segmentation.run.MasterBase;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunInputs;
import dev.segmentation.workspace.RunSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The masters of the last run that lack something to suggest, with all their spellings. */
final class OpenMasters {
    private OpenMasters() {}

    /**
     * A master under the number by which people call it. It keeps the number until the next run, whatever is decided meanwhile.
     */
    record Ranked(int rank, OpenMaster master) {}

    /** The masters of the worklist that were not decided since, the most valuable first. */
    static List<Ranked> withoutGroup(
            RunSettings settings,
            LocalDate today,
            int limit,
            NameParser parser,
            Governance governance,
            Consumer<String> notes) {
        List<NextBatch.Candidate> picked = new NextBatch(settings, today).pick(limit, governance, notes);
        MasterBase base = MasterBase.of(
                new RunInputs(settings, Progress.NONE, error -> {}, notes).map(), governance, parser, note -> {});
        Map<String, MasterBase.Entry> entries = new HashMap<>();
        for (int i = 0; i < base.size(); i++) {
            entries.put(base.entry(i).master().id(), base.entry(i));
        }
        List<Ranked> open = new ArrayList<>();
        for (NextBatch.Candidate one : picked) {
            MasterBase.Entry entry = entries.get(one.id());
            if (entry == null) {
                notes.accept(
                        one.name() + " (" + one.id() + ") is on the worklist and not in the map. Run `segmenter run`.");
            } else {
                open.add(new Ranked(one.rank(), master(entry, one.keys(), one.why(), one.value())));
            }
        }
        return open;
    }

    /**
     * The masters for which neither a table of websites nor a decision of people has one, the most valuable first. They are
     * ranked in the order of the worklist among all masters of the run, so that no rank moves when a website is found.
     */
    static List<Ranked> withoutWebsite(
            RunSettings settings, LocalDate today, NameParser parser, Consumer<String> notes) {
        if (!MasterMap.exists(settings)) {
            throw new TableException(
                    settings.output().resolve(MasterMap.FILE) + " does not exist. Run `segmenter run` first.");
        }
        MasterBase base = MasterBase.load(settings, parser, notes);
        int[] order = base.ranking();
        List<Ranked> open = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            MasterBase.Entry entry = base.entry(order[i]);
            if (entry.website().isEmpty()) {
                int keys = entry.master().members().size();
                double worth = NextBatch.value(keys, entry.master().latestBilling(), today);
                open.add(new Ranked(i + 1, master(entry, keys, "No website", worth)));
            }
        }
        open.sort(Comparator.comparingDouble((Ranked one) -> -one.master().value())
                .thenComparing(one -> one.master().canonical()));
        return open;
    }

    private static OpenMaster master(MasterBase.Entry entry, int keys, String why, double value) {
        return new OpenMaster(
                entry.master().id(),
                entry.master().canonical(),
                entry.master().name(),
                entry.texts(),
                entry.examples(),
                keys,
                why,
                value);
    }
}
