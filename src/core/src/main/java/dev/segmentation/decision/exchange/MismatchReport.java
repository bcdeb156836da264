package dev.segmentation.decision.exchange;

import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.files.StagedFiles;
import dev.segmentation.table.TableWriter;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes {@code OverrideMismatchReport.csv}: decisions that a person should look at, with the masters that may be meant. */
final class MismatchReport {
    private static final int NEAREST = 3;

    private final RunSettings settings;
    private final Clock clock;

    MismatchReport(RunSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    void write(List<Reconcile.Finding> findings) {
        List<String> columns = new ArrayList<>(List.of("File", "Line", SegmentColumns.CANONICAL, "Problem"));
        for (int i = 1; i <= NEAREST; i++) {
            columns.add("Nearest Master " + i);
            columns.add("Score " + i);
        }
        try (FolderLock lock = FolderLock.take(settings.output(), clock.instant());
                StagedFiles staged = StagedFiles.begin(settings.output())) {
            try (TableWriter table = new TableWriter(staged.file(Reconcile.REPORT), settings.profile(), columns)) {
                for (Reconcile.Finding finding : findings) {
                    List<String> row = new ArrayList<>(
                            List.of(finding.file(), Long.toString(finding.line()), finding.name(), finding.problem()));
                    for (int i = 0; i < NEAREST; i++) {
                        boolean there = i < finding.nearest().size();
                        row.add(there ? finding.nearest().get(i).master() : "");
                        row.add(
                                there
                                        ? String.format(
                                                Locale.ROOT,
                                                "%.3f",
                                                finding.nearest().get(i).score())
                                        : "");
                    }
                    table.row(row.toArray(String[]::new));
                }
            }
            staged.commit();
        } catch (IOException e) {
            throw new OutputException(
                    settings.output() + " cannot be written (" + e + "). Maybe it is read-only, or the disk is full.",
                    e);
        }
    }
}
