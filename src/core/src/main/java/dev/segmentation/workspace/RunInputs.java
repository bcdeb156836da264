package dev.segmentation.workspace;

import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.dedupe.registry.MasterRegistry;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads what a run starts from. */
public final class RunInputs {
    private final RunSettings settings;
    private final Progress progress;
    private final Consumer<RowError> errors;
    private final Consumer<String> notes;

    public RunInputs(RunSettings settings, Progress progress, Consumer<RowError> errors, Consumer<String> notes) {
        this.settings = settings;
        this.progress = progress;
        this.errors = errors;
        this.notes = notes;
    }

    /** Every file a run may read, whether it exists or not. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(settings.customers()));
        files.addAll(GovernanceFiles.of(settings.input()));
        files.add(settings.input().resolve(MasterRegistry.FILE));
        return files;
    }

    public CustomerReader.Customers customers() {
        Path file = settings.customers();
        if (!Files.exists(file)) {
            throw new TableException(
                    file + " does not exist. Put the customer list there, or name it with --customers FILE.");
        }
        try (Progress.Step step = progress.start("Reading", -1)) {
            return new CustomerReader(errors, notes).read(file, settings.charset(), step);
        }
    }

    public Governance governance() {
        try (Progress.Step step = progress.start("Reading decisions", -1)) {
            return settings.governance(errors, notes);
        }
    }

    public MasterMap map() {
        Path file = settings.output().resolve(MasterMap.FILE);
        if (!Files.exists(file)) {
            throw new TableException(file + " does not exist. Run `segmenter dedupe` or `segmenter run` first.");
        }
        try (Progress.Step step = progress.start("Reading masters", -1)) {
            return MasterMap.read(file, notes);
        }
    }
}
