package dev.segmentation.dedupe.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.dedupe.Book;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static final int CAP = 20;

    @Test
    void slipsAndInitialsMeet() {
        assertThat(meet("KALAMAZOO VALVE", "KALAMAZO VALVE")).isTrue();
        assertThat(meet("KALAMAZOO VALVE", "VALVE KALAMAZOO")).isTrue();
        assertThat(meet("OVES", "OHIO VALLEY ELECTRIC SUPPLY")).isTrue();
        assertThat(meet("FEDEX", "FED EX")).isTrue();
    }

    @Test
    void namesThatOnlyShareTheirInitialsDoNotMeet() {
        assertThat(meet("ANVIL BRICK GLASS", "ORCHARD ZEBRA")).isFalse();
        assertThat(meet("ANVIL BRICK GLASS", "AMBER BRONZE GARNET")).isFalse();
    }

    @Test
    void blockAboveTheCapIsDividedByAFurtherWord() {
        List<String> names = new ArrayList<>();
        IntStream.range(0, 400).forEach(i -> names.add("KALAMAZOO VALVE " + word(i)));
        names.add("KALAMAZOO VALVE BLUEBIRD");
        names.add("KALAMAZOO VALVE WORKS BLUEBIRD");
        assertThat(meet(names, "KALAMAZOO VALVE BLUEBIRD", "KALAMAZOO VALVE WORKS BLUEBIRD"))
                .isTrue();
    }

    @Test
    void initialsMeetAsLongAsNeitherSideIsAboveTheCap() {
        List<String> names = new ArrayList<>();
        IntStream.range(0, CAP).forEach(i -> names.add("OVES " + word(i)));
        IntStream.range(0, CAP).forEach(i -> names.add("OHIO VALLEY ELECTRIC S" + word(CAP + i)));
        assertThat(meet(names, names.get(0), names.get(CAP))).isTrue();
        names.add("OVES " + word(2 * CAP));
        assertThat(meet(names, names.get(0), names.get(CAP))).isFalse();
    }

    @Test
    void pairsGrowWithTheNamesAndNotWithTheirSquare() {
        int once = pairs(alike(1_000)).length;
        int twice = pairs(alike(2_000)).length;
        assertThat(twice).isLessThan(3 * once).isLessThan(2_000 * CAP);
    }

    @Test
    void strangersToldAtAGlanceAreNoMatchByTheirScore() throws IOException {
        List<String> names = Files.readAllLines(Path.of("input/CustomerLastBillingDate.csv")).stream()
                .skip(1)
                .map(line -> line.split(",")[2])
                .toList();
        Linkage linkage = Book.linkage(names);
        PairScorer scorer = linkage.scorer();
        PairFeatures features = new PairFeatures(linkage.names());
        long[] dropped = LongStream.of(
                        new Blocks(linkage.names(), 60).pairs(0, linkage.names().entries()))
                .filter(pair -> features.strangers(Blocks.left(pair), Blocks.right(pair)))
                .toArray();
        assertThat(dropped).hasSizeGreaterThan(1_000);
        assertThat(LongStream.of(dropped)).allMatch(pair -> scorer.logOdds(Blocks.left(pair), Blocks.right(pair)) < 0);
    }

    @Property(tries = 100)
    void slicesHoldEachPairOnce(@ForAll("lists") List<String> names) {
        NameSet set = set(names);
        Blocks blocks = new Blocks(set, 5);
        long[] whole = blocks.pairs(0, set.entries());
        assertThat(whole).doesNotHaveDuplicates();
        assertThat(LongStream.of(whole)).allMatch(pair -> Blocks.left(pair) < Blocks.right(pair));
        long[] slices = IntStream.range(0, set.entries())
                .mapToObj(i -> blocks.pairs(i, i + 1))
                .flatMapToLong(LongStream::of)
                .toArray();
        assertThat(slices).isEqualTo(whole);
    }

    @Provide
    Arbitrary<List<String>> lists() {
        Arbitrary<String> word =
                Arbitraries.of("OVEC", "OHIO", "VALLEY", "VALEY", "ELECTRIC", "CO", "BOLT", "BOLTS", "7");
        return word.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(words -> String.join(" ", words))
                .list()
                .ofMaxSize(60);
    }

    /** Names that share two words and differ by one letter in the third. */
    private static List<String> alike(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "KALAMAZOO VALVE Q" + word(i))
                .toList();
    }

    /** A word for every number, none of which has a digit. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder("XYLO");
        for (int rest = number; rest > 0; rest /= 26) {
            word.append((char) ('A' + rest % 26));
        }
        return word.toString();
    }

    private static boolean meet(String a, String b) {
        return meet(List.of(a, b), a, b);
    }

    private static boolean meet(List<String> names, String a, String b) {
        NameSet set = set(names);
        List<String> sorted = keys(names);
        int first = sorted.indexOf(Book.PARSER.parse(a).key());
        int second = sorted.indexOf(Book.PARSER.parse(b).key());
        long pair = (long) Math.min(first, second) << 32 | Math.max(first, second);
        return LongStream.of(new Blocks(set, CAP).pairs(0, set.entries())).anyMatch(p -> p == pair);
    }

    private static List<String> keys(List<String> names) {
        Set<String> keys = new TreeSet<>();
        names.forEach(name -> keys.add(Book.PARSER.parse(name).key()));
        return List.copyOf(keys);
    }

    private static long[] pairs(List<String> names) {
        NameSet set = set(names);
        return new Blocks(set, CAP).pairs(0, set.entries());
    }

    private static NameSet set(List<String> names) {
        return Book.linkage(names).names();
    }
}
