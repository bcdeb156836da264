package dev.segmentation.run;

import dev.segmentation.csv.RowError;
import dev.segmentation.csv.TableException;
import dev.segmentation.customer.Progress;
import dev.segmentation.dedupe.MasterRegistry;
import dev.segmentation.governance.Governance;
import dev.segmentation.governance.GovernanceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads what a run starts from. */
final class RunInputs {
    private final RunSettings settings;
    private final Progress progress;
    private final Consumer<RowError> errors;
    private final Consumer<String> notes;

    RunInputs(RunSettings settings, Progress progress, Consumer<RowError> errors, Consumer<String> notes) {
        this.settings = settings;
        this.progress = progress;
        this.errors = errors;
        this.notes = notes;
    }

    /** Every file a run may read, whether it exists or not. */
    List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(settings.customers()));
        files.addAll(GovernanceFiles.of(settings.input()));
        files.add(settings.input().resolve(MasterRegistry.FILE));
        return files;
    }

    CustomerReader.Customers customers() {
        Path file = settings.customers();
        if (!Files.exists(file)) {
            throw new TableException(
                    file + " does not exist. Put the customer list there, or name it with --customers FILE.");
        }
        try (Progress.Step step = progress.start("Reading", -1)) {
            return new CustomerReader(errors, notes).read(file, settings.charset(), step);
        }
    }

    Governance governance() {
        try (Progress.Step step = progress.start("Reading decisions", -1)) {
            return settings.governance(errors, notes);
        }
    }

    MasterMap map() {
        Path file = settings.output().resolve(MasterMap.FILE);
        if (!Files.exists(file)) {
            throw new TableException(file + " does not exist. Run `segmenter dedupe` or `segmenter run` first.");
        }
        try (Progress.Step step = progress.start("Reading masters", -1)) {
            return MasterMap.read(file, notes);
        }
    }
}
