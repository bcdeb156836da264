package dev.segmentation.dedupe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Aligns the words of two names and measures how they agree, as {@link Feature}s. Each word weighs what it is rare in
 * the list: soft TF-IDF after Cohen, Ravikumar and Fienberg (2003), with features for what is left over on either side.
 * Arrays are reused from pair to pair, so one thread needs one of these.
 */
final class PairFeatures {
    private static final float FIRST = 1.15f;
    private static final float PLACE = 0.7f;
    private static final float BRACKETED = 0.5f;
    private static final float YEAR = 0.4f;
    private static final float ONE_SIDED = 0.55f;
    private static final float BOTH_SIDED = 2;
    private static final float RARE = 6;

    private final NameSet names;
    private final Lexicon lexicon;
    private final WordSimilarity similarity;
    private final double[] values = new double[Feature.values().length];
    private final Side left = new Side();
    private final Side right = new Side();
    private final StringBuilder leftLetters = new StringBuilder();
    private final StringBuilder rightLetters = new StringBuilder();
    private float matched;
    private float slipped;
    private float slippedKnown;
    private float shortened;
    private float loss;
    private float rarest;
    private float acronym;

    /** The words of one name. */
    private final class Side {
        private int entry;
        private int start;
        private int size;
        private float[] weights = new float[32];
        private int[] partner = new int[32];

        void set(int newEntry) {
            entry = newEntry;
            start = names.start(entry);
            size = names.end(entry) - start;
            for (int i = 0; i < size; i++) {
                partner[i] = -1;
                weights[i] = weightAt(i);
            }
        }

        private float weightAt(int i) {
            float weight = lexicon.weight(word(i));
            byte flags = names.flags(start + i);
            weight *= (flags & NameSet.BRACKETED) != 0 ? BRACKETED : 1;
            weight *= (flags & NameSet.PLACE) != 0 ? PLACE : 1;
            int number = lexicon.number(word(i));
            weight *= i > 0 && number >= 1900 && number <= 2099 ? YEAR : 1;
            return i == 0 ? weight * FIRST : weight;
        }

        int word(int i) {
            return names.word(start + i);
        }

        boolean flagged(int i, byte flag) {
            return (names.flags(start + i) & flag) != 0;
        }

        float left() {
            float sum = 0;
            for (int i = 0; i < size; i++) {
                sum += partner[i] < 0 ? weights[i] : 0;
            }
            return sum;
        }

        float rarestLeft() {
            float max = 0;
            for (int i = 0; i < size; i++) {
                max = partner[i] < 0 ? Math.max(max, weights[i]) : max;
            }
            return max;
        }

        List<String> wordsLeft() {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                if (partner[i] < 0) {
                    words.add(lexicon.word(word(i)));
                }
            }
            return words;
        }

        boolean onlyLeft(byte flag) {
            for (int i = 0; i < size; i++) {
                if (partner[i] < 0 && !flagged(i, flag)) {
                    return false;
                }
            }
            return true;
        }

        boolean groupLeft() {
            for (int i = 0; i < size; i++) {
                if (partner[i] < 0 && lexicon.groupWord(word(i))) {
                    return true;
                }
            }
            return false;
        }

        boolean onlyBehind() {
            for (int i = 1; i < size; i++) {
                if (partner[i] >= 0 && partner[i - 1] < 0) {
                    return false;
                }
            }
            return partner[0] >= 0;
        }

        boolean placeLeft() {
            for (int i = 0; i < size; i++) {
                if (partner[i] < 0 && flagged(i, NameSet.PLACE)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether it has a number that no number of the other side equals. */
        boolean numberMissingIn(Side other) {
            for (int i = 0; i < size; i++) {
                int number = lexicon.number(word(i));
                if (number >= 0 && partner[i] < 0 && !other.hasNumber(number)) {
                    return true;
                }
            }
            return false;
        }

        private boolean hasNumber(int number) {
            for (int i = 0; i < size; i++) {
                if (lexicon.number(word(i)) == number) {
                    return true;
                }
            }
            return false;
        }

        boolean hasKind() {
            for (int i = 0; i < size; i++) {
                if (lexicon.kind(word(i)) > 0) {
                    return true;
                }
            }
            return false;
        }

        int kindLeft() {
            for (int i = size - 1; i >= 0; i--) {
                if (partner[i] < 0 && lexicon.kind(word(i)) > 0) {
                    return lexicon.kind(word(i));
                }
            }
            return 0;
        }
    }

    PairFeatures(NameSet names) {
        this.names = names;
        this.lexicon = names.lexicon();
        this.similarity = new WordSimilarity(lexicon);
    }

    /**
     * Measures a pair.
     *
     * @param a an entry
     * @param b another entry
     * @return the values in the order of {@link Feature}; overwritten by the next call
     */
    double[] of(int a, int b) {
        left.set(a);
        right.set(b);
        align();
        Arrays.fill(values, 0);
        set(Feature.INTERCEPT, 1);
        agreement();
        leftOver();
        position();
        letters();
        context();
        return values;
    }

    private void align() {
        matched = 0;
        slipped = 0;
        slippedKnown = 0;
        shortened = 0;
        loss = 0;
        rarest = 0;
        acronym = 0;
        for (int i = 0; i < left.size; i++) {
            for (int j = 0; j < right.size && left.partner[i] < 0; j++) {
                if (right.partner[j] < 0 && lexicon.stem(left.word(i)) == lexicon.stem(right.word(j))) {
                    match(i, j, 1);
                }
            }
        }
        gluedNeighbours(left, right);
        gluedNeighbours(right, left);
        while (bestNearMatch()) {
            // one more word found its partner
        }
        abbreviates(left, right);
        abbreviates(right, left);
    }

    private void match(int i, int j, float alike) {
        left.partner[i] = j;
        right.partner[j] = i;
        float weight = Math.min(left.weights[i], right.weights[j]);
        matched += weight * alike;
        loss += weight * (1 - alike);
        if (alike >= WordSimilarity.SAME) {
            rarest = Math.max(rarest, weight);
        } else if (WordSimilarity.shortens(alike)) {
            shortened += weight;
        } else {
            slipped += weight;
            boolean known = lexicon.frequency(left.word(i)) > 1 && lexicon.frequency(right.word(j)) > 1;
            slippedKnown += known ? weight : 0;
        }
    }

    /** FED EX and FEDEX: two neighbours on one side are one word on the other. */
    private void gluedNeighbours(Side two, Side one) {
        for (int i = 0; i + 1 < two.size; i++) {
            for (int j = 0; j < one.size && two.partner[i] < 0 && two.partner[i + 1] < 0; j++) {
                if (one.partner[j] < 0 && glued(two.word(i), two.word(i + 1), one.word(j))) {
                    two.partner[i] = j;
                    two.partner[i + 1] = j;
                    one.partner[j] = i;
                    matched += one.weights[j];
                    rarest = Math.max(rarest, one.weights[j]);
                }
            }
        }
    }

    private boolean glued(int first, int second, int both) {
        String head = lexicon.word(first);
        String tail = lexicon.word(second);
        String whole = lexicon.word(both);
        return whole.length() == head.length() + tail.length() && whole.startsWith(head) && whole.endsWith(tail);
    }

    private boolean bestNearMatch() {
        float best = 0;
        int bestLeft = -1;
        int bestRight = -1;
        for (int i = 0; i < left.size; i++) {
            for (int j = 0; j < right.size && left.partner[i] < 0; j++) {
                float alike = right.partner[j] < 0 ? similarity.of(left.word(i), right.word(j)) : 0;
                if (alike > best) {
                    best = alike;
                    bestLeft = i;
                    bestRight = j;
                }
            }
        }
        if (best < WordSimilarity.LEAST) {
            return false;
        }
        match(bestLeft, bestRight, best);
        return true;
    }

    /** IBM and INTERNATIONAL BUSINESS MACHINES. */
    private void abbreviates(Side one, Side many) {
        for (int i = 0; i < one.size; i++) {
            String letters = one.partner[i] < 0 ? lexicon.word(one.word(i)) : "";
            for (int j = 0; letters.length() > 1 && j + letters.length() <= many.size; j++) {
                if (spelled(letters, many, j)) {
                    one.partner[i] = j;
                    for (int k = 0; k < letters.length(); k++) {
                        many.partner[j + k] = i;
                    }
                    matched += 0.8f * one.weights[i];
                    loss += 0.2f * one.weights[i];
                    shortened += one.weights[i];
                    acronym = Math.max(acronym, Math.min(1, (letters.length() - 2) / 3f));
                    return;
                }
            }
        }
    }

    private boolean spelled(String letters, Side words, int from) {
        for (int k = 0; k < letters.length(); k++) {
            if (words.partner[from + k] >= 0
                    || lexicon.word(words.word(from + k)).charAt(0) != letters.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    private void agreement() {
        float a = left.left();
        float b = right.left();
        float against = loss + ONE_SIDED * Math.abs(a - b) + BOTH_SIDED * Math.min(a, b);
        double agreement = matched == 0 ? 0 : matched / (matched + against);
        set(Feature.AGREEMENT, agreement);
        set(Feature.AGREEMENT_ODDS, Math.log((agreement + 0.02) / (1.02 - agreement)) / 4);
        set(Feature.MATCHED, Math.min(matched, 30) / 20);
        set(Feature.MATCHED_LITTLE, Math.max(0, Lexicon.MAX_WEIGHT - matched) / Lexicon.MAX_WEIGHT);
        set(Feature.RAREST, rarest / Lexicon.MAX_WEIGHT);
        set(Feature.LOSS, loss);
        set(Feature.SLIP_OF_KNOWN_WORD, matched == 0 ? 0 : slippedKnown / (matched + loss));
        set(Feature.SHORTENED, matched == 0 ? 0 : shortened / (matched + loss));
        set(Feature.SHORTENED_IN_SHORT_NAME, shortened == 0 ? 0 : Math.max(0, 1 - (matched + loss - shortened) / RARE));
        set(Feature.SLIP_IN_SHORT_NAME, slipped == 0 ? 0 : Math.max(0, 1 - (matched + loss - slipped) / RARE));
    }

    private void leftOver() {
        float a = left.left();
        float b = right.left();
        float less = Math.min(a, b);
        set(Feature.LEFT_BOTH, Math.min(less, 20) / 10);
        set(Feature.LEFT_BOTH_RARE, Math.min(left.rarestLeft(), right.rarestLeft()) / Lexicon.MAX_WEIGHT);
        if (a == 0 && b == 0) {
            set(Feature.ALL_AGREE, 1);
        } else if (less == 0) {
            Side more = a > 0 ? left : right;
            set(Feature.LEFT_ONE_ONLY, 1);
            set(Feature.LEFT_ONE_RARE, more.rarestLeft() / Lexicon.MAX_WEIGHT);
            set(Feature.LEFT_ONE_GROUP, more.groupLeft() ? 1 : 0);
            set(Feature.LEFT_ONE_BEHIND, more.onlyBehind() ? 1 : 0);
            set(Feature.LEFT_ONE_PLACE, more.onlyLeft(NameSet.PLACE) ? 1 : 0);
            set(Feature.LEFT_ONE_BRACKETED, more.onlyLeft(NameSet.BRACKETED) ? 1 : 0);
        }
        set(Feature.PLACES_DIFFER, left.placeLeft() && right.placeLeft() ? 1 : 0);
        boolean leftNumber = left.numberMissingIn(right);
        boolean rightNumber = right.numberMissingIn(left);
        set(Feature.NUMBERS_DIFFER, leftNumber && rightNumber ? 1 : 0);
        boolean institution = left.hasKind() || right.hasKind();
        set(Feature.TOWNS_DIFFER, institution && left.placeLeft() && right.placeLeft() ? 1 : 0);
        int leftKind = left.kindLeft();
        int rightKind = right.kindLeft();
        set(Feature.KINDS_DIFFER, leftKind > 0 && rightKind > 0 && leftKind != rightKind ? 1 : 0);
    }

    private void position() {
        set(Feature.FIRST_AGREES, left.partner[0] == 0 && right.partner[0] == 0 ? 1 : 0);
        set(Feature.FIRST_LEFT, left.partner[0] < 0 || right.partner[0] < 0 ? 1 : 0);
        int highest = -1;
        for (int i = 0; i < left.size; i++) {
            if (left.partner[i] >= 0 && left.partner[i] < highest) {
                set(Feature.ORDER, 1);
            }
            highest = Math.max(highest, left.partner[i]);
        }
        boolean single = left.size == 1 || right.size == 1;
        set(Feature.ONE_WORD_LEFT, single && left.size != right.size ? 1 : 0);
    }

    private void letters() {
        names.glue(left.entry, leftLetters);
        names.glue(right.entry, rightLetters);
        boolean equal = leftLetters.compareTo(rightLetters) == 0;
        set(Feature.LETTERS_EQUAL, equal ? 1 : 0);
        set(Feature.LETTERS_ALIKE, equal ? 1 : Letters.beyond(leftLetters, rightLetters));
    }

    private void context() {
        set(Feature.ACRONYM, acronym);
        boolean other = left.entry >= names.nodes() || right.entry >= names.nodes();
        set(Feature.OTHER_NAME, other ? 1 : 0);
        int a = names.legalForm(names.owner(left.entry));
        int b = names.legalForm(names.owner(right.entry));
        set(Feature.FORMS_DIFFER, a > 0 && b > 0 && a != b ? 1 : 0);
        boolean persons = names.person(names.owner(left.entry)) && names.person(names.owner(right.entry));
        boolean bothLeft = left.left() > 0 && right.left() > 0;
        set(Feature.PERSONS_DIFFER, persons && !other && (slipped > 0 || bothLeft) ? 1 : 0);
    }

    /** How the words of the pair that was measured last were aligned. */
    Alignment alignment() {
        List<String> same = new ArrayList<>();
        List<String> nearly = new ArrayList<>();
        for (int i = 0; i < left.size; i++) {
            int j = left.partner[i];
            if (j >= 0) {
                String a = lexicon.word(left.word(i));
                String b = lexicon.word(right.word(j));
                (a.equals(b) ? same : nearly).add(a.equals(b) ? a : a + "/" + b);
            }
        }
        return new Alignment(same, nearly, left.wordsLeft(), right.wordsLeft());
    }

    /**
     * Words of two names.
     *
     * @param same those that both have
     * @param nearly those that agree but for their spelling, both joined by a slash
     * @param onlyLeft those that only the first name has
     * @param onlyRight those that only the second name has
     */
    record Alignment(List<String> same, List<String> nearly, List<String> onlyLeft, List<String> onlyRight) {}

    private void set(Feature feature, double value) {
        values[feature.ordinal()] = value;
    }
}
