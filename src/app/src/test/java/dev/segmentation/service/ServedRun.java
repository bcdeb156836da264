package dev.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Golden;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A service over copies of the golden folders, and the jobs that it ended. */
public final class ServedRun implements AutoCloseable {
    private final BlockingQueue<Job.View> ended = new LinkedBlockingQueue<>();
    private final RunSettings settings;
    private SegmentationService service;

    ServedRun(Path folder) {
        Folders.copy(Golden.FOLDER.resolve("people/input"), folder.resolve("input"));
        Folders.copy(Golden.RULES, folder.resolve("rules"));
        settings = new RunSettings(
                folder.resolve("input"),
                folder.resolve("input").resolve(RunSettings.CUSTOMER_FILE),
                folder.resolve("output"),
                folder.resolve("rules"),
                StandardCharsets.UTF_8,
                CsvProfile.PLAIN,
                1,
                DedupeOptions.NONE,
                new RulesCache(Golden.CACHE, "test"),
                12);
        service = start();
    }

    private SegmentationService start() {
        return new SegmentationService(settings, 5, 20, Golden.CLOCK, ended::add);
    }

    public RunSettings settings() {
        return settings;
    }

    SegmentationService service() {
        return service;
    }

    /** Another process takes over. */
    void restart() {
        service.close();
        service = start();
    }

    public Job.View over(Job job) throws InterruptedException {
        Job.View view = ended.take();
        assertThat(view.id()).isEqualTo(job.id());
        return view;
    }

    Job.View run() throws InterruptedException {
        return over(service.run(RunScope.ALL, "ann"));
    }

    @Override
    public void close() {
        service.close();
    }
}
