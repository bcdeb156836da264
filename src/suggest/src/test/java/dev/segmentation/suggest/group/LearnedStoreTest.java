package dev.segmentation.suggest.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedStoreTest {
    private static final Example ROOFING = example("ROOFING", IndustrialGroup.CONSTRUCTION);
    private static final Example BANK = example("SAVINGS BANK", IndustrialGroup.FINANCIAL_SERVICES);
    private static final List<String> NAME = List.of("MILLER", "ROOFING");

    @TempDir
    private Path folder;

    private int learned;

    private static Example example(String words, IndustrialGroup group) {
        Classification what = new Classification(group, words, "", SupportCategory.NONE);
        return new Example(words, List.of(words.split(" ")), what, Example.Kind.TERM, "term");
    }

    private LearnedStore.Learned learn(String product, Example... examples) {
        List<Example> all = List.of(examples);
        return new LearnedStore(folder, product).of(all, List.of(), () -> {
            learned++;
            return new LearnedStore.Learned(WordModel.model(all), new Temperatures(1.25, 2.5));
        });
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.sorted().toList());
        }
    }

    @Test
    void theSameExamplesInAnyOrderAreLearnedOnce() {
        LearnedStore.Learned first = learn("1", ROOFING, BANK);
        LearnedStore.Learned second = learn("1", BANK, ROOFING);

        assertThat(learned).isEqualTo(1);
        assertThat(second.words().logProbabilities(NameFeatures.of(NAME)))
                .isEqualTo(first.words().logProbabilities(NameFeatures.of(NAME)));
        assertThat(second.temperatures().placed()).isEqualTo(1.25);
        assertThat(second.temperatures().open()).isEqualTo(2.5);
    }

    @Test
    void aChangedExampleAndAnotherProductAreLearnedAnew() {
        learn("1", ROOFING, BANK);
        learn("2", ROOFING, BANK);
        learn("1", ROOFING, example("SAVINGS BANK", IndustrialGroup.CONSTRUCTION));
        learn("1", ROOFING);

        assertThat(learned).isEqualTo(4);
    }

    @Test
    void aDamagedFileIsLearnedAnewAndReplaced() throws IOException {
        learn("1", ROOFING, BANK);
        byte[] bytes = Files.readAllBytes(files().get(0));
        bytes[bytes.length / 2] ^= 1;
        Files.write(files().get(0), bytes);

        learn("1", ROOFING, BANK);
        learn("1", ROOFING, BANK);

        assertThat(learned).isEqualTo(2);
    }

    @Test
    void onlyTheNewestFewStayAndLeftoversOfAKillGo() throws IOException {
        Path left = Files.createFile(folder.resolve("learned-123.tmp"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(7200)));
        Path busy = Files.createFile(folder.resolve("learned-456.tmp"));

        for (int i = 0; i < 5; i++) {
            learn("product " + i, ROOFING);
        }

        assertThat(files()).hasSize(4).contains(busy).doesNotContain(left);
    }

    @Test
    void aFolderThatCannotBeWrittenOnlyCostsTime() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        LearnedStore store = new LearnedStore(file, "1");

        assertThat(GroupSuggester.learn(List.of(ROOFING, BANK), List.of(), 0, DiscriminativeWords.ALL, store)
                        .suggest(List.of(new GroupSuggester.Query(List.of(NAME), false)))
                        .get(0)
                        .groups()
                        .get(0)
                        .classification())
                .isEqualTo(ROOFING.classification());
    }
}
