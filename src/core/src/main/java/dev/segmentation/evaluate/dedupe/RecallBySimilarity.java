package dev.segmentation.evaluate.dedupe;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.name.ParsedName;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How many true pairs the dedupe found, by how alike the two names look to somebody who knows nothing of companies: Jaro-Winkler
 * (Winkler 1990) of the upper-case letters and digits, which shares nothing with the scorer of the dedupe. Of an entity with many keys a fixed number of
 * pairs is looked at, spread evenly over all of them, so that one giant entity neither costs much nor hides the others.
 */
public final class RecallBySimilarity {
    /** An entity of up to 45 keys is looked at in full. */
    static final int PAIRS_PER_ENTITY = 1000;

    private static final List<String> LABELS =
            List.of("below 0.6", "0.6 to 0.7", "0.7 to 0.8", "0.8 to 0.9", "0.9 to 1", "equal key");
    private static final int EQUAL_KEY = 5;

    /** Names may have thousands of characters, and the cost grows with the square. */
    private static final int LONGEST = 200;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private final List<ParsedName> names;
    private final String[] cleaned;
    private final int[] masters;
    private final long[] pairs = new long[LABELS.size()];
    private final long[] found = new long[LABELS.size()];

    /**
     * The true pairs of one band of similarity.
     *
     * @param similarity the band, in words
     * @param pairs true pairs looked at
     * @param found those whose keys share a master
     */
    public record Band(String similarity, long pairs, long found) {
        /** Share of the pairs that was found; 1 if there is none. */
        @JsonProperty
        public double recall() {
            return ClusterQuality.ratio(found, pairs);
        }
    }

    private RecallBySimilarity(List<ParsedName> names, int[] masters) {
        this.names = names;
        this.cleaned = new String[names.size()];
        this.masters = masters;
    }

    /** Counts by the names of the labelled keys, their masters and their entities. */
    static List<Band> of(List<ParsedName> names, int[] masters, int[] entities) {
        RecallBySimilarity recall = new RecallBySimilarity(names, masters);
        Contingency byEntity = new Contingency(entities, new int[entities.length]);
        for (int cell = 0; cell < byEntity.cells(); cell++) {
            recall.entity(byEntity, cell);
        }
        return IntStream.range(0, LABELS.size())
                .mapToObj(i -> new Band(LABELS.get(i), recall.pairs[i], recall.found[i]))
                .toList();
    }

    private void entity(Contingency byEntity, int cell) {
        int size = byEntity.count(cell);
        long total = size * (size - 1L) / 2;
        long looked = Math.min(total, PAIRS_PER_ENTITY);
        int row = 0;
        long rowStart = 0;
        for (long i = 0; i < looked; i++) {
            long rank = i * total / looked;
            while (rank >= rowStart + size - 1 - row) {
                rowStart += size - 1 - row;
                row++;
            }
            int column = row + 1 + (int) (rank - rowStart);
            pair(byEntity.member(cell, row), byEntity.member(cell, column));
        }
    }

    private void pair(int a, int b) {
        String key = names.get(a).key();
        int band = !key.isEmpty() && key.equals(names.get(b).key())
                ? EQUAL_KEY
                : band(JARO_WINKLER.apply(cleaned(a), cleaned(b)));
        pairs[band]++;
        if (masters[a] == masters[b]) {
            found[band]++;
        }
    }

    static int band(double similarity) {
        return Math.max(0, Math.min(EQUAL_KEY - 1, (int) Math.floor(similarity * 10 + 1e-9) - 5));
    }

    private String cleaned(int item) {
        if (cleaned[item] == null) {
            cleaned[item] = clean(names.get(item).original());
        }
        return cleaned[item];
    }

    /** Letters and digits in upper case without accents, one space for everything else. */
    static String clean(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String words = OTHER.matcher(plain).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }
}
