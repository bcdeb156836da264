package dev.segmentation.evaluate.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.name.ParsedName;
import dev.segmentation.testkit.Golden;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecallBySimilarityTest {
    private static final NameParser PARSER = new NameParser(new NameTables(Golden.RULES.resolve("names"), error -> {}));

    private static List<ParsedName> names(String... names) {
        return Stream.of(names).map(PARSER::parse).toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.599, 0", "0.6, 1", "0.699, 1", "0.7, 2", "0.8, 3", "0.9, 4", "1, 4"})
    void lowerEndOfABandBelongsToIt(double similarity, int band) {
        assertThat(RecallBySimilarity.band(similarity)).isEqualTo(band);
    }

    @Test
    void tellsEasyPairsFromHardOnes() {
        List<RecallBySimilarity.Band> bands = RecallBySimilarity.of(
                names("ACME FREIGHT INC", "Acme Freight LLC", "ACME FREIGHTS", "ZZYX"),
                new int[] {0, 0, 0, 1},
                new int[] {0, 0, 0, 0});
        assertThat(bands).hasSize(6);
        assertThat(bands.get(5)).isEqualTo(new RecallBySimilarity.Band("equal key", 1, 1));
        assertThat(bands.get(4)).isEqualTo(new RecallBySimilarity.Band("0.9 to 1", 2, 2));
        assertThat(bands.get(0)).isEqualTo(new RecallBySimilarity.Band("below 0.6", 3, 0));
        assertThat(bands.get(0).recall()).isZero();
        assertThat(bands.get(1).recall()).isEqualTo(1);
    }

    @Test
    void pairsOfDifferentEntitiesAreNotCounted() {
        List<RecallBySimilarity.Band> bands =
                RecallBySimilarity.of(names("ACME", "ACME"), new int[] {0, 0}, new int[] {0, 1});
        assertThat(bands).allSatisfy(band -> assertThat(band.pairs()).isZero());
    }

    /** Of half a million true pairs those that are looked at are spread over the whole entity. */
    @Test
    void giantEntityIsSampledEvenly() {
        int size = 1000;
        List<ParsedName> names = Collections.nCopies(size, PARSER.parse("ACME FREIGHT"));
        int[] masters = new int[size];
        java.util.Arrays.setAll(masters, i -> i % 2);
        List<RecallBySimilarity.Band> bands = RecallBySimilarity.of(names, masters, new int[size]);
        assertThat(bands.get(5).pairs()).isEqualTo(RecallBySimilarity.PAIRS_PER_ENTITY);
        assertThat(bands.get(5).recall()).isBetween(0.4, 0.6);
        assertThat(RecallBySimilarity.of(names, masters, new int[size])).isEqualTo(bands);
    }

    @Test
    void everyPairOfASmallEntityIsLookedAtOnce() {
        String[] many = new String[45];
        java.util.Arrays.setAll(many, i -> "ACME " + i);
        long pairs = RecallBySimilarity.of(names(many), new int[45], new int[45]).stream()
                .mapToLong(RecallBySimilarity.Band::pairs)
                .sum();
        assertThat(pairs).isEqualTo(45 * 44 / 2);
    }

    @Test
    void plainSimilarityIgnoresCaseAccentsAndPunctuation() {
        assertThat(RecallBySimilarity.clean(" Café-Müller, S.A. ")).isEqualTo("CAFE MULLER S A");
        assertThat(RecallBySimilarity.clean("株式会社トヨタ")).isEqualTo("株式会社トヨタ");
        assertThat(RecallBySimilarity.clean("x".repeat(10_000))).hasSize(200);
        assertThat(RecallBySimilarity.JARO_WINKLER.apply("ACME", "ACME")).isEqualTo(1);
        assertThat(RecallBySimilarity.JARO_WINKLER.apply("ACME", "")).isZero();
    }
}
