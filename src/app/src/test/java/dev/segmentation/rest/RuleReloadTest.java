package dev.segmentation.rest;

import static dev.segmentation.rest.RuleEdits.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.segmentation.config.SegmentationConfig;
import dev.segmentation.testkit.Soak;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
@QuarkusTest
@QuarkusTestResource(ServiceFolders.class)
class RuleReloadTest {
    @Inject
    SegmentationConfig config;

    @Inject
    Segmentation segmentation;

    @AfterEach
    void formerRules() throws IOException {
        RuleEdits.undo(config, segmentation);
    }

    /** The rules are compiled anew again and again while names are classified; 200 times with the soak tests. */
    @Test
    void reloadsDisturbNobodyAndLeaveNothingBehind() throws Exception {
        int reloads = Soak.on() ? 200 : 16;
        Path drl = config.rules().resolve("groups/private-schools/rules.drl");
        String text = Files.readString(drl);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Future<Integer> asking = pool.submit(() -> classifyUntil(done));
        List<Long> metaspace = new ArrayList<>();
        try {
            for (int i = 0; i < reloads; i++) {
                Files.writeString(drl, text.replaceFirst("rule \"(\\S+) ", "rule \"$1 Edit " + i + " "));
                segmentation.service().reload();
                if (i % (reloads / 8) == 0) {
                    metaspace.add(metaspace());
                }
            }
        } finally {
            done.set(true);
            Files.writeString(drl, text);
        }
        assertThat(asking.get()).isPositive();
        pool.shutdown();
        assertThat(metaspace.get(metaspace.size() - 1) - metaspace.get(2))
                .as("metaspace %s", metaspace)
                .isLessThan(4L << 20);
    }

    private static int classifyUntil(AtomicBoolean done) {
        int asked = 0;
        while (!done.get()) {
            json("/api/classify", "{\"names\": [\"ST ANNE SCHOOL\"]}")
                    .then()
                    .statusCode(200)
                    .body("[0].ruleId", not(equalTo("UNK-001")));
            asked++;
        }
        return asked;
    }

    private static long metaspace() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .findFirst()
                .orElseThrow()
                .getUsage()
                .getUsed();
    }
}
