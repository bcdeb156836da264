package dev.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.output.Changes;
import dev.segmentation.output.RunReport;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.RunScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentationServiceTest {
    @TempDir
    private Path folder;

    private ServedRun served;
    private SegmentationService service;

    @BeforeEach
    void begin() {
        served = new ServedRun(folder);
        service = served.service();
    }

    @AfterEach
    void end() {
        served.close();
    }

    private void restart() {
        served.restart();
        service = served.service();
    }

    private Job.View over(Job job) throws InterruptedException {
        return served.over(job);
    }

    private Job.View run() throws InterruptedException {
        return served.run();
    }

    @Test
    void thereIsNoRunBeforeTheFirst() {
        assertThat(service.current()).isEmpty();
    }

    @Test
    void aRunInMemoryIsTheOneInTheFiles() throws InterruptedException {
        Job.View job = run();
        CurrentRun memory = service.current().orElseThrow();
        CurrentRun files = RunReader.read(served.settings().output()).orElseThrow();

        assertThat(((RunReport) job.result()).runId()).isEqualTo(memory.runId());
        assertThat(memory.masters()).hasSize(16).isEqualTo(files.masters());
        assertThat(memory.worklist()).isNotEmpty().isEqualTo(files.worklist());
        for (MasterInfo master : memory.masters()) {
            assertThat(memory.members(master.id())).isNotEmpty().isEqualTo(files.members(master.id()));
        }
        assertThat(memory.ofCustomer("2004"))
                .isEqualTo(files.ofCustomer("2004"))
                .isPresent();
    }

    @Test
    void aRestartKnowsTheLastRun() throws InterruptedException {
        run();
        String runId = service.current().orElseThrow().runId();
        restart();

        assertThat(service.current().orElseThrow().runId()).isEqualTo(runId);
    }

    @Test
    void aDedupeHasNoClassesSoTheRunBeforeStaysInView() throws InterruptedException {
        run();
        CurrentRun classified = service.current().orElseThrow();
        over(service.run(RunScope.DEDUPE, "ann"));

        assertThat(service.current().orElseThrow().runId()).isEqualTo(classified.runId());
        assertThat(service.current().orElseThrow().masters()).isEqualTo(classified.masters());
        restart();
        assertThat(service.current().orElseThrow().runId()).isEqualTo(classified.runId());
        assertThat(service.current()).containsSame(service.current().orElseThrow());
    }

    @Test
    void aRunOfAnotherProcessIsSeenAndReaderKeepsHis() throws InterruptedException {
        run();
        CurrentRun mine = service.current().orElseThrow();
        new TestRun(served.settings().input(), served.settings().output())
                .rules(served.settings().rules())
                .execute(RunScope.ALL);

        assertThat(service.current().orElseThrow().runId()).isNotEqualTo(mine.runId());
        assertThat(mine.masters()).hasSize(16);
    }

    @Test
    void aDecisionOfPeopleCountsInTheNextReclassification() throws Exception {
        run();
        MasterInfo before = service.current().orElseThrow().ofCustomer("2004").orElseThrow();
        Path overrides = served.settings().input().resolve("MasterSegmentationOverrides.csv");
        String header = Files.readString(overrides).lines().findFirst().orElseThrow();
        assertThat(header).startsWith("Master Customer Name Canonical,");
        StringBuilder row = new StringBuilder();
        for (String column : header.split(",")) {
            row.append(row.length() == 0 ? "" : ",")
                    .append(
                            switch (column) {
                                case "Master Customer Name Canonical" -> before.canonical();
                                case "Industrial Group" -> "Utilities";
                                case "Status" -> "Final";
                                default -> "";
                            });
        }
        Files.writeString(overrides, Files.readString(overrides).stripTrailing() + "\n" + row + "\n");

        GroupChanges changes =
                (GroupChanges) over(service.reclassify(Set.of(), "ann")).result();

        assertThat(changes.changed()).isEqualTo(1);
        assertThat(changes.flips().get(0).id()).isEqualTo(before.id());
        assertThat(changes.flips().get(0).after().group()).isEqualTo("Utilities");
        assertThat(service.current()
                        .orElseThrow()
                        .master(before.id())
                        .orElseThrow()
                        .group())
                .isEqualTo("Utilities");
    }

    @Test
    void whoAsksAboutSomeMastersIsToldOfThoseAlone() throws Exception {
        run();
        CurrentRun run = service.current().orElseThrow();
        Path terms = served.settings().rules().resolve("groups/utilities/terms.csv");
        Files.writeString(terms, Files.readString(terms) + "UTL-002,BLUE HERRON,words,Rule-Based,,,,,\n");
        String other = run.masters().stream()
                .map(MasterInfo::id)
                .filter(id -> !id.equals(run.ofCustomer("2004").orElseThrow().id()))
                .findFirst()
                .orElseThrow();

        GroupChanges changes =
                (GroupChanges) over(service.reclassify(Set.of(other), "ann")).result();

        assertThat(changes.looked()).isEqualTo(1);
        assertThat(changes.changed()).isZero();
        assertThat(service.current()
                        .orElseThrow()
                        .ofCustomer("2004")
                        .orElseThrow()
                        .group())
                .isEqualTo("Utilities");
    }

    @Test
    void whatChangedSinceTheLastRunIsToldFromMemoryAsFromFiles() throws Exception {
        run();
        Path terms = served.settings().rules().resolve("groups/utilities/terms.csv");
        String before = Files.readString(terms);
        Files.writeString(terms, before + "UTL-002,BLUE HERRON,words,Rule-Based,,,,,\n");

        RunReport memory =
                (RunReport) over(service.run(RunScope.CLASSIFY, "ann")).result();
        service.masters(note -> {});
        Files.writeString(terms, before);
        RunReport looked =
                (RunReport) over(service.run(RunScope.CLASSIFY, "ann")).result();
        restart();
        Files.writeString(terms, before + "UTL-002,BLUE HERRON,words,Rule-Based,,,,,\n");
        RunReport files =
                (RunReport) over(service.run(RunScope.CLASSIFY, "ann")).result();

        assertThat(memory.changes()).isEqualTo(new Changes(false, 0, 0, 0, 1));
        assertThat(looked.changes()).isEqualTo(memory.changes());
        assertThat(files.changes()).isEqualTo(memory.changes());
    }

    @Test
    void brokenRulesLeaveTheFormerOnesAndTheFormerRun() throws Exception {
        run();
        CurrentRun before = service.current().orElseThrow();
        Path terms = served.settings().rules().resolve("groups/utilities/terms.csv");
        Files.writeString(terms, Files.readString(terms) + "UTL-002,HERRON,sideways,Rule-Based,,,,,\n");

        Job.View job = over(service.reclassify(Set.of(), "ann"));

        assertThat(job.state()).isEqualTo(Job.State.FAILED);
        assertThat(job.fault()).hasMessageContaining("terms.csv:3, column Match");
        assertThat(service.current()).containsSame(before);
    }

    @Test
    void withoutTheFilesOfTheLastRunItSaysSo() throws Exception {
        run();
        Files.delete(served.settings().output().resolve("CustomerMasterMap.csv"));
        restart();

        assertThatThrownBy(() -> service.current())
                .isInstanceOf(TableException.class)
                .hasMessageContaining("CustomerMasterMap.csv");
    }
}
