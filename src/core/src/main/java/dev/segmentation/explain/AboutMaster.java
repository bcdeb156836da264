package dev.segmentation.explain;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.file.Change;
import dev.segmentation.master.MasterIndex;
import dev.segmentation.name.NameParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which changes are about one master; without a run that knows it, by the names alone. */
final class AboutMaster {
    private static final List<String> NAMES =
            List.of("Master Customer Name Canonical", "Alias Canonical", "Master Canonical", "Manual Master Name");

    private final NameParser parser;
    private final Optional<MasterIndex> finder;
    private final Optional<MasterCustomer> master;
    private final String wanted;
    private final String wantedKey;
    private final Map<String, Boolean> known = new HashMap<>();

    AboutMaster(NameParser parser, Optional<MasterIndex> finder, Optional<MasterCustomer> master, String wanted) {
        this.parser = parser;
        this.finder = finder;
        this.master = master;
        this.wanted = wanted.strip();
        this.wantedKey = parser.parse(wanted).key();
    }

    boolean concerns(Change change) {
        return concerns(change.before()) || concerns(change.after());
    }

    private boolean concerns(Map<String, String> cells) {
        String id = cells.getOrDefault("Master Id", "");
        if (!id.isEmpty() && id.equals(master.map(MasterCustomer::id).orElse(wanted))) {
            return true;
        }
        String key = cells.getOrDefault("Customer Key", "");
        if (!key.isEmpty() && (key.equals(wanted) || master.isPresent() && ofMaster(key))) {
            return true;
        }
        return NAMES.stream()
                .map(column -> cells.getOrDefault(column, ""))
                .anyMatch(name -> !name.isEmpty() && known.computeIfAbsent(name, this::means));
    }

    private boolean ofMaster(String customerKey) {
        return finder.flatMap(found -> found.ofCustomer(customerKey)).equals(master);
    }

    private boolean means(String name) {
        if (master.isPresent()) {
            return finder.flatMap(found -> found.called(name))
                    .map(found -> found.id().equals(master.get().id()))
                    .orElse(false);
        }
        return name.equalsIgnoreCase(wanted)
                || !wantedKey.isEmpty() && parser.parse(name).key().equals(wantedKey);
    }
}
