package dev.segmentation.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.testkit.Folders;
import dev.segmentation.testkit.Soak;
import dev.segmentation.testkit.StubModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills suggestions while a language model is asked: what it said is not lost, and no question is paid for twice. */
class KilledSuggestIT {
    private static final int MASTERS = 40;

    @TempDir
    private Path temp;

    @Test
    void killedSuggestionsGoOnWhereTheyStopped() throws IOException, InterruptedException {
        Folders.copy(Path.of("input"), temp.resolve("input"));
        assertThat(program("run").run().code()).isZero();
        try (StubModel model = StubModel.answering(question -> StubModel.GOOD)) {
            int kills = 0;
            for (int seed : Soak.seeds(3, 30).toArray()) {
                int stop = model.questions().size() + 1 + seed % 5;
                Process process = suggest(model).start();
                while (process.isAlive() && model.questions().size() < stop) {
                    Thread.sleep(1);
                }
                process.destroyForcibly();
                kills += process.waitFor() == 0 ? 0 : 1;
            }
            Program.Ended ended = suggest(model).run();

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(kills)
                    .as("processes that were still alive when the kill came")
                    .isPositive();
            List<String> questions = model.questions();
            Set<String> different = new HashSet<>(questions);
            assertThat(questions.size() - different.size())
                    .as("questions that were asked twice, at most the one under way when the kill came")
                    .isLessThanOrEqualTo(kills);
            assertThat(Folders.lines(temp.resolve("output/AI_Assisted_Suggestions.csv")).stream()
                            .filter(line -> line.contains("Language model m 0.90")))
                    .hasSameSizeAs(different);
            int asked = questions.size();
            assertThat(suggest(model).run().code()).isZero();
            assertThat(model.questions()).hasSize(asked);
        }
    }

    private Program suggest(StubModel model) {
        return program("suggest", "--language-model", "--limit", MASTERS).with(model.environment());
    }

    private Program program(Object... words) {
        List<Object> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--input", temp.resolve("input"), "--output", temp.resolve("output")));
        return Program.jar(temp.resolve("work"), all.toArray());
    }
}
