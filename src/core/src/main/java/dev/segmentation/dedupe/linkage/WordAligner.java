package dev.segmentation.dedupe.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds for each word of a name its partner in another: the same word first, then two words that are one when glued, then
 * the most similar, then initials. Arrays are reused from pair to pair, so one thread needs one of these.
 */
final class WordAligner {
    private static final int MOST = NameNode.MOST_WORDS + 1;
    private static final int MOST_NAMED = 8;
    private static final float INITIALS = 0.8f;

    /** What strangers have left over on both sides at least: as much as one word that one name in four hundred has. */
    private static final float STRANGE = 6;

    private final Lexicon lexicon;
    private final WordSimilarity similarity;
    private final int[] places = new int[MOST * MOST];
    private final float[] alike = new float[MOST * MOST];
    final AlignedName left;
    final AlignedName right;
    /** Weight of the words that agree, each as far as it does. */
    float matched;
    /** Weight of words that agree but for a typo. */
    float typos;
    /** The same of words that both stand in several names. */
    float typosKnown;
    /** Weight of words that agree as abbreviation. */
    float shortened;
    /** Weight that is missing because words agree only nearly. */
    float loss;
    /** Weight of the rarest word that agrees exactly. */
    float rarest;
    /** From 0 to 1, the longer the initials that agree with words. */
    float acronym;

    WordAligner(NameSet names) {
        this.lexicon = names.lexicon;
        this.similarity = new WordSimilarity(lexicon);
        this.left = new AlignedName(names);
        this.right = new AlignedName(names);
    }

    /**
     * Whether two names are surely two although a word of theirs agrees: what is left over weighs much on both sides, and
     * no word of it may resemble one on the other side. A look that costs little next to an alignment.
     */
    boolean strangers(int a, int b) {
        left.set(a);
        right.set(b);
        for (int i = 0; i < left.size; i++) {
            for (int j = 0; j < right.size && left.open(i); j++) {
                if (left.stem(i) == right.stem(j) && right.open(j)) {
                    left.match(i, j);
                    right.match(j, i);
                }
            }
        }
        return left.openWords() < left.size && left.heavy(STRANGE) && right.heavy(STRANGE) && !mayResemble();
    }

    private boolean mayResemble() {
        for (int lefts = left.open; lefts != 0; lefts &= lefts - 1) {
            int i = Integer.numberOfTrailingZeros(lefts);
            for (int rights = right.open; rights != 0; rights &= rights - 1) {
                int j = Integer.numberOfTrailingZeros(rights);
                boolean initials = left.first(i) == right.first(j)
                        && (left.length(i) <= right.openWords() || right.length(j) <= left.openWords());
                if (initials || WordSimilarity.possible(left, i, right, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    void align(int a, int b) {
        left.set(a);
        right.set(b);
        matched = 0;
        typos = 0;
        typosKnown = 0;
        shortened = 0;
        loss = 0;
        rarest = 0;
        acronym = 0;
        same();
        if (left.open != 0 && right.open != 0) {
            glued(left, right);
            glued(right, left);
            similar();
            initials(left, right);
            initials(right, left);
        }
        left.sumUp();
        right.sumUp();
    }

    private void same() {
        for (int i = 0; i < left.size; i++) {
            int stem = left.stem(i);
            for (int j = 0; j < right.size && left.open(i); j++) {
                if (stem == right.stem(j) && right.open(j) && similarity.of(left.word(i), right.word(j)) == 1) {
                    match(i, j, 1);
                }
            }
        }
    }

    private void match(int i, int j, float similar) {
        left.match(i, j);
        right.match(j, i);
        float weight = Math.min(left.weight(i), right.weight(j));
        matched += weight * similar;
        loss += weight * (1 - similar);
        if (similar >= WordSimilarity.SAME) {
            rarest = Math.max(rarest, weight);
        } else if (WordSimilarity.shortens(similar)) {
            shortened += weight;
        } else {
            typos += weight;
            boolean known = lexicon.known[left.word(i)] && lexicon.known[right.word(j)];
            typosKnown += known ? weight : 0;
        }
    }

    /** FED EX and FEDEX: two neighbours on one side are one word on the other. */
    private void glued(AlignedName two, AlignedName one) {
        int pairs = two.open & two.open >>> 1;
        for (int firsts = pairs; firsts != 0; firsts &= firsts - 1) {
            int i = Integer.numberOfTrailingZeros(firsts);
            for (int bits = one.open; bits != 0 && two.open(i) && two.open(i + 1); bits &= bits - 1) {
                int j = Integer.numberOfTrailingZeros(bits);
                if (two.first(i) == one.first(j) && lexicon.glued(two.word(i), two.word(i + 1), one.word(j))) {
                    two.match(i, j);
                    two.match(i + 1, j);
                    one.match(j, i);
                    matched += one.weight(j);
                    rarest = Math.max(rarest, one.weight(j));
                }
            }
        }
    }

    private void similar() {
        int found = 0;
        for (int lefts = left.open; lefts != 0; lefts &= lefts - 1) {
            int i = Integer.numberOfTrailingZeros(lefts);
            for (int rights = right.open; rights != 0; rights &= rights - 1) {
                int j = Integer.numberOfTrailingZeros(rights);
                if (WordSimilarity.possible(left, i, right, j)) {
                    float similar = similarity.of(left.word(i), right.word(j));
                    if (similar >= WordSimilarity.LEAST) {
                        places[found] = i * MOST + j;
                        alike[found++] = similar;
                    }
                }
            }
        }
        while (found > 0) {
            int best = -1;
            for (int k = 0; k < found; k++) {
                boolean open = left.open(places[k] / MOST) && right.open(places[k] % MOST);
                best = open && (best < 0 || alike[k] > alike[best]) ? k : best;
            }
            if (best < 0) {
                return;
            }
            match(places[best] / MOST, places[best] % MOST, alike[best]);
        }
    }

    /** IBM and INTERNATIONAL BUSINESS MACHINES. */
    private void initials(AlignedName one, AlignedName many) {
        if (many.openWords() < 2) {
            return;
        }
        for (int bits = one.open; bits != 0; bits &= bits - 1) {
            int i = Integer.numberOfTrailingZeros(bits);
            boolean few = one.length(i) <= many.openWords();
            String letters = few ? lexicon.texts[one.word(i)] : "";
            for (int j = 0; letters.length() > 1 && j + letters.length() <= many.size; j++) {
                if (spelled(letters, many, j)) {
                    one.match(i, j);
                    for (int k = 0; k < letters.length(); k++) {
                        many.match(j + k, i);
                    }
                    matched += INITIALS * one.weight(i);
                    loss += (1 - INITIALS) * one.weight(i);
                    shortened += one.weight(i);
                    acronym = Math.max(acronym, Math.min(1, (letters.length() - 2) / 3f));
                    return;
                }
            }
        }
    }

    private boolean spelled(String letters, AlignedName words, int from) {
        for (int k = 0; k < letters.length(); k++) {
            if (!words.open(from + k) || words.first(from + k) != letters.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** The words of two entries that agree, agree nearly, or are left over on one side. */
    String words(int a, int b) {
        align(a, b);
        List<String> same = new ArrayList<>();
        List<String> nearly = new ArrayList<>();
        for (int i = 0; i < left.size; i++) {
            if (!left.open(i)) {
                String word = lexicon.texts[left.word(i)];
                String partner = lexicon.texts[right.word(left.partner(i))];
                (word.equals(partner) ? same : nearly).add(word.equals(partner) ? word : word + "/" + partner);
            }
        }
        StringBuilder text = new StringBuilder();
        part(text, "same words ", same);
        part(text, "nearly ", nearly);
        part(text, "only in the one ", wordsLeft(left));
        part(text, "only in the other ", wordsLeft(right));
        return text.toString();
    }

    private List<String> wordsLeft(AlignedName name) {
        return IntStream.range(0, name.size)
                .filter(name::open)
                .mapToObj(i -> lexicon.texts[name.word(i)])
                .toList();
    }

    private static void part(StringBuilder text, String label, List<String> words) {
        if (!words.isEmpty()) {
            text.append(text.length() == 0 ? "" : "; ").append(label);
            text.append(words.stream().limit(MOST_NAMED).collect(Collectors.joining(" ")));
            text.append(words.size() > MOST_NAMED ? " ..." : "");
        }
    }
}
