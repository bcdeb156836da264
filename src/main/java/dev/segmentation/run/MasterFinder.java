package dev.segmentation.run;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.name.NameParser;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds masters of the last run by what people call them. */
public final class MasterFinder {
    private final MasterIndex index;

    private MasterFinder(MasterIndex index) {
        this.index = index;
    }

    /**
     * Reads the masters of the last run; empty if there was none.
     *
     * @throws dev.segmentation.csv.TableException if its map cannot be read
     */
    public static Optional<MasterFinder> load(RunSettings settings, NameParser parser, Consumer<String> notes) {
        if (!MasterBase.exists(settings)) {
            return Optional.empty();
        }
        MasterMap map = MasterMap.read(settings.output().resolve(MasterMap.FILE), notes);
        return Optional.of(new MasterFinder(new MasterIndex(map, parser)));
    }

    /** By id, by canonical name, by any spelling that belongs to one master. */
    public Optional<MasterCustomer> find(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return index.find(upper, upper);
    }

    /** The master of that customer key. */
    public Optional<MasterCustomer> ofCustomer(String customerKey) {
        return index.ofCustomer(customerKey);
    }
}
