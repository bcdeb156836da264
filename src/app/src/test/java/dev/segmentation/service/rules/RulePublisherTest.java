package dev.segmentation.service.rules;

import static dev.segmentation.service.RuleWork.ADMIN;
import static dev.segmentation.service.RuleWork.ANN;
import static dev.segmentation.service.RuleWork.CASES;
import static dev.segmentation.service.RuleWork.CASES_ID;
import static dev.segmentation.service.RuleWork.RUTH;
import static dev.segmentation.service.RuleWork.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segmentation.service.Job;
import dev.segmentation.service.RuleWork;
import dev.segmentation.service.SegmentationService;
import dev.segmentation.service.rules.RulesRefusal.Kind;
import dev.segmentation.testkit.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publications, one and several at once. */
class RulePublisherTest {
    @TempDir
    private Path folder;

    private RuleWork work;

    @BeforeEach
    void begin() throws Exception {
        work = new RuleWork(folder);
    }

    @AfterEach
    void end() {
        work.close();
    }

    @Test
    void publishedRulesAreInUseAndTheJournalSaysWhoAndWhy() throws Exception {
        RulePublisher.Publication done = work.publish(work.herron());

        assertThat(done.inUse()).isTrue();
        assertThat(work.service().rules().summary()).contains("25 terms");
        assertThat(work.text(TERMS)).endsWith("UTL-002,BLUE HERRON,words,Rule-Based,,,,,\n");
        assertThat(work.desk().changes().all()).isEmpty();
        assertThat(work.desk().versions().all())
                .extracting(version -> version.id() + " " + version.title())
                .containsExactly("V000002 Herron", "V000001 As found");
        assertThat(Files.readString(work.state().resolve(RuleJournal.FILE)))
                .contains("\"who\":\"ruth\",\"from\":\"10.0.0.7\"", "\"reason\":\"a power company\"");
    }

    @Test
    void whoEditsAChangeSetThatIsBeingPublishedIsTold() throws Exception {
        RuleDraft draft = work.herron();
        String tag = work.seen(draft);
        List<RulesRefusal> told = new ArrayList<>();
        RuleService[] desk = new RuleService[1];
        desk[0] = work.desk(100, RuleWork.whenPublishing(() -> {
            try {
                desk[0].changes().drop(draft.id(), draft.tag(), ANN);
            } catch (RulesRefusal e) {
                told.add(e);
            }
        }));

        desk[0].publisher().publish(draft.id(), tag, RUTH, false);

        assertThat(told).singleElement().extracting(RulesRefusal::kind).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void ofTwoWhoPublishTheSameOneDoes() throws Exception {
        RuleDraft draft = work.herron();
        String tag = work.seen(draft);
        Callable<RulePublisher.Publication> publishing =
                () -> work.desk().publisher().publish(draft.id(), tag, RUTH, false);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        int done = 0;
        for (Future<RulePublisher.Publication> one : pool.invokeAll(List.of(publishing, publishing))) {
            try {
                one.get();
                done++;
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(RulesRefusal.class);
            }
        }
        pool.shutdown();

        assertThat(done).isEqualTo(1);
        assertThat(work.desk().versions().all()).hasSize(2);
    }

    @Test
    void ofTwoServicesOverOneFolderTheSecondIsRefused() throws Exception {
        RuleDraft mine = work.herron();
        String tag = work.seen(mine);
        BlockingQueue<Job.View> ended = new LinkedBlockingQueue<>();
        try (SegmentationService other =
                new SegmentationService(work.served().settings(), 5, 20, Golden.CLOCK, ended::add)) {
            RuleService theirs = new RuleService(other, folder.resolve("other"), 100, Golden.CLOCK);
            RuleDraft same = theirs.changes().create("Cases", "", ADMIN);
            theirs.changes().put(same.id(), same.tag(), CASES_ID, RuleWork.bytes(work.text(CASES) + "# more\n"), ADMIN);
            theirs.previews().preview(same.id(), ADMIN);
            assertThat(ended.take().fault()).isNull();
            String seen = theirs.previews().look(same.id(), RUTH.owner()).tag();
            theirs.publisher().publish(same.id(), seen, RUTH, false);
        }

        assertThatThrownBy(() -> work.desk().publisher().publish(mine.id(), tag, RUTH, false))
                .isInstanceOf(RulesRefusal.class)
                .hasMessageContaining(CASES);
    }
}
