package dev.segmentation.dedupe.linkage;

import java.util.Arrays;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Measures how the aligned words of two names agree, as {@link Feature}s. Each word weighs what it is rare in the list:
 * soft TF-IDF after Cohen, Ravikumar and Fienberg (2003), with features for what is left over on either side. Arrays are
 * reused from pair to pair, so one thread needs one of these.
 */
final class PairFeatures {
    /** What the score loses for a word left over on one side, and on both. */
    private static final float ONE_SIDED = 0.55f;

    private static final float BOTH_SIDED = 2;

    /** Weight of a word that confirms others well. */
    private static final float RARE = 6;

    /** Share of the letters from which on two names are not alike; only the first 60 letters count. */
    private static final double MAY_DIFFER = 1 - 0.8;

    private static final int LONGEST = 60;
    private static final LevenshteinDistance[] WITHIN = new LevenshteinDistance[(int) (LONGEST * MAY_DIFFER) + 1];

    static {
        Arrays.setAll(WITHIN, LevenshteinDistance::new);
    }

    private final NameSet names;
    final WordAligner aligner;
    private final AlignedName left;
    private final AlignedName right;
    private final double[] values = new double[Feature.values().length];
    private final StringBuilder leftLetters = new StringBuilder();
    private final StringBuilder rightLetters = new StringBuilder();

    PairFeatures(NameSet names) {
        this.names = names;
        this.aligner = new WordAligner(names);
        this.left = aligner.left;
        this.right = aligner.right;
    }

    /** Measures two entries: values in the order of {@link Feature}, overwritten by the next call. */
    double[] of(int a, int b) {
        ofWords(a, b);
        addLetters();
        return values;
    }

    /** Whether a look at their words is enough to tell that two entries are two companies. */
    boolean strangers(int a, int b) {
        return aligner.strangers(a, b);
    }

    /** Measures a pair without the features of {@link #addLetters()}, which take longest. */
    double[] ofWords(int a, int b) {
        aligner.align(a, b);
        Arrays.fill(values, 0);
        set(Feature.INTERCEPT, 1);
        agreement();
        leftOver();
        order();
        context();
        return values;
    }

    /** Adds what the letters of the pair measured last tell, spaces taken away. */
    void addLetters() {
        int letters = names.letters[left.entry];
        int others = names.letters[right.entry];
        int longest = Math.min(LONGEST, Math.max(letters, others));
        int most = (int) (longest * MAY_DIFFER);
        boolean comparable = most > 0 && Math.abs(letters - others) <= most;
        if (letters != others && !comparable) {
            return;
        }
        names.glue(left.entry, leftLetters);
        names.glue(right.entry, rightLetters);
        boolean equal = letters == others && leftLetters.compareTo(rightLetters) == 0;
        set(Feature.LETTERS_EQUAL, equal);
        if (equal) {
            set(Feature.LETTERS_ALIKE, 1);
        } else if (comparable) {
            leftLetters.setLength(Math.min(LONGEST, letters));
            rightLetters.setLength(Math.min(LONGEST, others));
            int edits = differing() > most ? -1 : WITHIN[most].apply(leftLetters, rightLetters);
            set(Feature.LETTERS_ALIKE, edits < 0 ? 0 : 1 - edits / (longest * MAY_DIFFER));
        }
    }

    /** Letters that one text has more of than the other: no more edits than that can be saved. */
    private int differing() {
        int[] counts = new int[32];
        for (int i = 0; i < leftLetters.length(); i++) {
            counts[leftLetters.charAt(i) & 31]++;
        }
        for (int i = 0; i < rightLetters.length(); i++) {
            counts[rightLetters.charAt(i) & 31]--;
        }
        int more = 0;
        int fewer = 0;
        for (int count : counts) {
            more += Math.max(0, count);
            fewer += Math.max(0, -count);
        }
        return Math.max(more, fewer);
    }

    private void agreement() {
        float matched = aligner.matched;
        float loss = aligner.loss;
        float full = matched + loss;
        float difference = Math.abs(left.weightLeft - right.weightLeft);
        float against = loss + ONE_SIDED * difference + BOTH_SIDED * Math.min(left.weightLeft, right.weightLeft);
        double agreement = matched == 0 ? 0 : matched / (matched + against);
        set(Feature.AGREEMENT, agreement);
        set(Feature.AGREEMENT_ODDS, Math.log((agreement + 0.02) / (1.02 - agreement)) / 4);
        set(Feature.MATCHED, Math.min(matched, 30) / 20);
        set(Feature.MATCHED_LITTLE, Math.max(0, Lexicon.MAX_WEIGHT - matched) / Lexicon.MAX_WEIGHT);
        set(Feature.RAREST, aligner.rarest / Lexicon.MAX_WEIGHT);
        set(Feature.LOSS, loss);
        if (aligner.shortened > 0) {
            set(Feature.SHORTENED, aligner.shortened / full);
            set(Feature.SHORTENED_IN_SHORT_NAME, Math.max(0, 1 - (full - aligner.shortened) / RARE));
            set(Feature.ACRONYM, aligner.acronym);
        }
        if (aligner.typos > 0) {
            set(Feature.SLIP_OF_KNOWN_WORD, aligner.typosKnown / full);
            set(Feature.SLIP_IN_SHORT_NAME, Math.max(0, 1 - (full - aligner.typos) / RARE));
        }
    }

    private void leftOver() {
        boolean leftOpen = left.open != 0;
        boolean rightOpen = right.open != 0;
        if (leftOpen && rightOpen) {
            set(Feature.LEFT_BOTH, Math.min(Math.min(left.weightLeft, right.weightLeft), 20) / 10);
            set(Feature.LEFT_BOTH_RARE, Math.min(left.rarestLeft, right.rarestLeft) / Lexicon.MAX_WEIGHT);
            set(Feature.PLACES_DIFFER, left.anyLeft(NameSet.PLACE) && right.anyLeft(NameSet.PLACE));
            set(Feature.CONTRASTS_DIFFER, left.excludes(right));
            set(Feature.NUMBERS_DIFFER, left.numberMissingIn(right) && right.numberMissingIn(left));
            boolean institution = left.any(NameSet.KIND) || right.any(NameSet.KIND);
            set(Feature.TOWNS_DIFFER, institution && values[Feature.PLACES_DIFFER.ordinal()] > 0);
            int leftKind = left.kindLeft();
            int rightKind = right.kindLeft();
            set(Feature.KINDS_DIFFER, leftKind > 0 && rightKind > 0 && leftKind != rightKind);
        } else if (leftOpen || rightOpen) {
            AlignedName more = leftOpen ? left : right;
            set(Feature.LEFT_ONE_ONLY, 1);
            set(Feature.LEFT_ONE_RARE, more.rarestLeft / Lexicon.MAX_WEIGHT);
            int added = more.kindLeft();
            int shared = (leftOpen ? right : left).kindAtEnd();
            set(Feature.KINDS_DIFFER, added > 0 && shared > 0 && added != shared && more.onlyBehind());
            set(Feature.LEFT_ONE_GROUP, more.anyLeft(NameSet.GROUP));
            set(Feature.LEFT_ONE_BEHIND, more.onlyBehind());
            set(Feature.LEFT_ONE_PLACE, more.onlyLeft(NameSet.PLACE));
            set(Feature.LEFT_ONE_BRACKETED, more.onlyLeft(NameSet.BRACKETED) && !more.anyLeft(NameSet.PLACE));
        } else {
            set(Feature.ALL_AGREE, 1);
        }
    }

    private void order() {
        set(Feature.FIRST_AGREES, left.partner(0) == 0 && right.partner(0) == 0);
        set(Feature.FIRST_LEFT, left.open(0) || right.open(0));
        int highest = -1;
        for (int i = 0; i < left.size; i++) {
            if (left.partner(i) >= 0 && left.partner(i) < highest) {
                set(Feature.ORDER, 1);
            }
            highest = Math.max(highest, left.partner(i));
        }
        boolean single = left.size == 1 || right.size == 1;
        float added = Math.max(left.rarestLeft, right.rarestLeft) / Lexicon.MAX_WEIGHT;
        set(Feature.ONE_WORD_LEFT, single && left.size != right.size ? added : 0);
    }

    private void context() {
        boolean other = names.other(left.entry) || names.other(right.entry);
        int a = names.owners[left.entry];
        int b = names.owners[right.entry];
        set(Feature.OTHER_NAME, other);
        int form = names.legalForms[a];
        int otherForm = names.legalForms[b];
        set(Feature.FORMS_DIFFER, form > 0 && otherForm > 0 && form != otherForm);
        boolean persons = names.persons[a] && names.persons[b] && !other;
        set(Feature.PERSONS_DIFFER, persons && (aligner.typos > 0 || left.open != 0 && right.open != 0));
    }

    private void set(Feature feature, double value) {
        values[feature.ordinal()] = value;
    }

    private void set(Feature feature, boolean present) {
        values[feature.ordinal()] = present ? 1 : 0;
    }
}
