package dev.segmentation.dedupe;

import dev.segmentation.name.WordFold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Aligns the words of two names, each weighted by how rare it is in this very list: a shared SERVICES says little, a
 * shared FERRAGAMO nearly all. Words left over on both sides weigh most against a match, since they are the best sign of
 * two companies. Numbers must agree when both names have one.
 *
 * <p>Soft TF-IDF after Cohen, Ravikumar and Fienberg (2003), with a penalty for left-over words.
 */
final class AlignmentScorer implements PairScorer {
    private static final double MAX_WEIGHT = 9;
    private static final double FIRST_WORD = 1.15;
    private static final double ONE_SIDED = 0.55;
    private static final double BOTH_SIDED = 2;
    private static final double WORST_TYPO = 0.7;
    private static final double PLURAL = 0.98;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);

    private final Map<String, Double> weights = new HashMap<>();

    AlignmentScorer(List<NameNode> nodes) {
        Map<String, Integer> frequency = new HashMap<>();
        for (NameNode node : nodes) {
            for (String word : node.words()) {
                frequency.merge(word, 1, Integer::sum);
            }
        }
        double total = Math.max(nodes.size(), 1000);
        frequency.forEach(
                (word, count) -> weights.put(word, Math.max(0.3, Math.min(MAX_WEIGHT, Math.log(total / count)))));
    }

    @Override
    public double score(NameNode a, NameNode b) {
        String[] left = a.words();
        String[] right = b.words();
        if (glued(a).equals(glued(b))) {
            return 0.99;
        }
        if (numbersDiffer(left, right)) {
            return 0;
        }
        boolean[] takenLeft = new boolean[left.length];
        boolean[] takenRight = new boolean[right.length];
        double matched = 0;
        double loss = 0;
        for (double least : new double[] {1, WORST_TYPO}) {
            for (int i = 0; i < left.length; i++) {
                int j = takenLeft[i] ? -1 : partner(left[i], right, takenRight, least);
                if (j >= 0) {
                    takenLeft[i] = true;
                    takenRight[j] = true;
                    double weight = Math.min(weight(left, i), weight(right, j));
                    double similarity = similarity(left[i], right[j]);
                    matched += weight * similarity;
                    loss += weight * (1 - similarity);
                }
            }
        }
        double overLeft = leftOver(left, takenLeft);
        double overRight = leftOver(right, takenRight);
        double against = loss + ONE_SIDED * Math.abs(overLeft - overRight) + BOTH_SIDED * Math.min(overLeft, overRight);
        return matched == 0 ? 0 : matched / (matched + against);
    }

    private static String glued(NameNode node) {
        return node.key().replace(" ", "");
    }

    private static int partner(String word, String[] others, boolean[] taken, double least) {
        int best = -1;
        double bestSimilarity = 0;
        for (int j = 0; j < others.length; j++) {
            double similarity =
                    taken[j] ? 0 : least == 1 ? (word.equals(others[j]) ? 1 : 0) : similarity(word, others[j]);
            if (similarity >= least && similarity > bestSimilarity) {
                best = j;
                bestSimilarity = similarity;
            }
        }
        return best;
    }

    /** By edits and length: one slip in a long word is likely a typo, in a short one another word. */
    static double similarity(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        int length = Math.min(a.length(), b.length());
        if (WordFold.singular(a).equals(WordFold.singular(b))) {
            return PLURAL;
        }
        if (length < 5
                || Math.abs(a.length() - b.length()) > 2
                || a.charAt(0) != b.charAt(0)
                || number(a)
                || number(b)) {
            return 0;
        }
        int edits = DISTANCE.apply(a, b);
        if (edits == 1) {
            return length >= 9 ? 0.95 : length >= 7 ? 0.92 : length == 6 ? 0.86 : 0.8;
        }
        return edits == 2 && length >= 8 ? (length >= 10 ? 0.88 : 0.8) : 0;
    }

    private double weight(String[] words, int index) {
        double weight = weights.getOrDefault(words[index], MAX_WEIGHT);
        return index == 0 ? weight * FIRST_WORD : weight;
    }

    private double leftOver(String[] words, boolean[] taken) {
        double sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum += taken[i] ? 0 : weight(words, i);
        }
        return sum;
    }

    private static boolean numbersDiffer(String[] left, String[] right) {
        return hasNumberMissingIn(left, right) && hasNumberMissingIn(right, left);
    }

    private static boolean hasNumberMissingIn(String[] words, String[] others) {
        for (String word : words) {
            if (number(word) && !List.of(others).contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean number(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }
}
