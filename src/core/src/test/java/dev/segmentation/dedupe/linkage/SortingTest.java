package dev.segmentation.dedupe.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortingTest {
    private static final String LETTERS = " '&-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÉЖ漢";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 50_000})
    void numbersAscend(int size) {
        long[] numbers = new Random(size).longs(size, 0, Long.MAX_VALUE).toArray();
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);
        Sorting.ascending(numbers);
        assertThat(numbers).isEqualTo(sorted);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 1 << 20})
    void numbersThatAreMuchAlikeAscend(int different) {
        long[] numbers = new Random(1).longs(20_000, 0, different).toArray();
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);
        Sorting.ascending(numbers);
        assertThat(numbers).isEqualTo(sorted);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 9, 14})
    void textsStandAsTheirOwnOrderSays(int length) {
        Random random = new Random(length);
        String[] texts = new String[30_000];
        Arrays.setAll(texts, i -> text(random, random.nextInt(length)));
        String[] sorted = texts.clone();
        Arrays.sort(sorted);
        Sorting.byText(texts, UnaryOperator.identity());
        assertThat(texts).isEqualTo(sorted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "UNIVERSITY OF "})
    void textsThatBeginAlikeAreToldApart(String beginning) {
        Random random = new Random(7);
        String[] texts = new String[20_000];
        Arrays.setAll(texts, i -> beginning + text(random, 4));
        String[] sorted = texts.clone();
        Arrays.sort(sorted);
        Sorting.byText(texts, UnaryOperator.identity());
        assertThat(texts).isEqualTo(sorted);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
