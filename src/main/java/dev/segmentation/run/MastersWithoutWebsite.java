package dev.segmentation.run;

import dev.segmentation.csv.TableException;
import dev.segmentation.name.NameParser;
import dev.segmentation.suggest.OpenMaster;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The masters of the last run for which neither a table of websites nor a decision of people has one. */
final class MastersWithoutWebsite {
    private static final String WHY = "No website";

    private final RunSettings settings;
    private final MasterValue value;

    MastersWithoutWebsite(RunSettings settings, LocalDate today) {
        this.settings = settings;
        this.value = new MasterValue(today);
    }

    /**
     * All of them, the most valuable first.
     *
     * @throws TableException if there was no run
     */
    List<OpenMaster> read(NameParser parser, Consumer<String> notes) {
        if (!MasterBase.exists(settings)) {
            throw new TableException(
                    settings.output().resolve(MasterMap.FILE) + " does not exist. Run `segmenter run` first.");
        }
        MasterBase base = MasterBase.load(settings, parser, notes);
        List<OpenMaster> open = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            MasterBase.Entry entry = base.entry(i);
            if (entry.website().isEmpty()) {
                open.add(master(entry));
            }
        }
        open.sort(Comparator.comparingDouble(OpenMaster::value).reversed().thenComparing(OpenMaster::canonical));
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
                value.of(keys, entry.master().latestBilling()));
    }
}
