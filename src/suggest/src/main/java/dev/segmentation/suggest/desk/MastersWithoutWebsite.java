package dev.segmentation.suggest.desk;

import dev.segmentation.decision.exchange.NextBatch;
import dev.segmentation.name.NameParser;
import dev.segmentation.run.MasterBase;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The masters of the last run for which neither a table of websites nor a decision of people has one. */
final class MastersWithoutWebsite {
    private static final String WHY = "No website";

    private final RunSettings settings;
    private final LocalDate today;

    MastersWithoutWebsite(RunSettings settings, LocalDate today) {
        this.settings = settings;
        this.today = today;
    }

    /**
     * All of them, the most valuable first. They are ranked in the order of the worklist among all masters of the run, so that
     * no rank moves when a website is found.
     *
     * @throws TableException if there was no run
     */
    List<RankedMaster> read(NameParser parser, Consumer<String> notes) {
        if (!MasterMap.exists(settings)) {
            throw new TableException(
                    settings.output().resolve(MasterMap.FILE) + " does not exist. Run `segmenter run` first.");
        }
        MasterBase base = MasterBase.load(settings, parser, notes);
        List<MasterBase.Entry> all =
                IntStream.of(base.ranking().order()).mapToObj(base::entry).toList();
        List<RankedMaster> open = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).website().isEmpty()) {
                open.add(new RankedMaster(i + 1, master(all.get(i))));
            }
        }
        open.sort(Comparator.comparingDouble((RankedMaster one) -> -one.master().value())
                .thenComparing(one -> one.master().canonical()));
        return open;
    }

    private OpenMaster master(MasterBase.Entry entry) {
        int keys = entry.master().members().size();
        return new OpenMaster(
                entry.master().id(),
                entry.master().canonical(),
                entry.master().name(),
                entry.texts(),
                entry.examples(),
                keys,
                WHY,
                NextBatch.value(keys, entry.master().latestBilling(), today));
    }
}
