package dev.segmentation.master;

import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.table.RowError;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunInputs;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The present masters of some settings, and all that is needed to find one by a name that people write. */
public final class Masters {
    private final RunSettings settings;
    private final NameTables names;
    private final NameParser parser;
    private final MasterMap map;
    private final Governance governance;
    private final MasterSearch finder;
    private final List<RowError> rejected = new ArrayList<>();

    /** Reads the last run, the decisions of people and the past; what is odd about them is noted. */
    public Masters(RunSettings settings, Consumer<String> notes) {
        this.settings = settings;
        this.names = RuleCatalog.names(settings.rules());
        this.parser = new NameParser(names);
        RunInputs inputs = new RunInputs(settings, Progress.NONE, rejected::add, notes);
        this.governance = inputs.governance();
        if (Files.exists(settings.output().resolve(MasterMap.FILE))) {
            this.map = inputs.map();
        } else {
            this.map = new MasterMap(List.of(), List.of());
            notes.accept("There was no run in " + settings.output() + " yet, so no name can be compared with masters."
                    + " Run `segmenter run` and then this command again.");
        }
        this.finder = new MasterSearch(map, parser, governance.judgements(), settings, notes);
    }

    public NameParser parser() {
        return parser;
    }

    public MasterMap map() {
        return map;
    }

    public Governance governance() {
        return governance;
    }

    public MasterSearch finder() {
        return finder;
    }

    /** Rows of governance files that cannot be used. */
    public List<RowError> rejected() {
        return rejected;
    }

    /** How names are scored. */
    public LinkRules linkRules() {
        return settings.linkRules(names, parser, Progress.NONE);
    }
}
