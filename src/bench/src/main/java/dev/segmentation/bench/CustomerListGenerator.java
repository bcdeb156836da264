package dev.segmentation.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Makes a customer list of any length with realistic spellings, and its truth. The same rows, seed and word tables give the
 * same list. No two entities share a spelling, so that the truth can be found from the names.
 */
public final class CustomerListGenerator {
    private static final double REPEATED_SPELLING = 0.15;
    private static final int TRIES = 4;

    private final EntityMaker maker;
    private final Spellings spellings;
    private final SizeLaw sizes;
    private final Random random;
    private final Map<String, String> ownerOf = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Entity> entities = new ArrayList<>();

    private CustomerListGenerator(int rows, long seed, Path rules, Path words) {
        random = new Random(seed);
        WordBank bank = new WordBank(rules, words);
        Abbreviations abbreviations = new Abbreviations(rules);
        maker = new EntityMaker(bank, abbreviations, Tables.rows(words.resolve("patterns.csv")), random);
        spellings = new Spellings(bank, abbreviations, random);
        sizes = new SizeLaw(rows, random);
    }

    /**
     * Generates a list.
     *
     * @param rows its length
     * @param seed another seed gives another list
     * @param rules the folder {@code rules}, for real names, places and abbreviations
     * @param words the folder {@code src/bench/words}
     */
    static GeneratedList generate(int rows, long seed, Path rules, Path words) {
        return new CustomerListGenerator(rows, seed, rules, words).list(rows);
    }

    /** Arguments: ROWS SEED FOLDER. */
    public static void main(String[] args) throws IOException {
        int rows = Integer.parseInt(args[0]);
        long seed = Long.parseLong(args[1]);
        generate(rows, seed, Path.of("rules"), Path.of("src/bench/words")).write(Path.of(args[2]), seed);
    }

    private GeneratedList list(int rows) {
        while (names.size() < rows) {
            Entity entity = maker.next();
            boolean upper = spellings.upper();
            String plain = spellings.plain(entity, upper);
            if (claim(plain, entity)) {
                add(entity, upper, plain, Math.min(sizes.size(entity.kind()), rows - names.size()));
            }
        }
        return shuffled();
    }

    private void add(Entity entity, boolean upper, String plain, int size) {
        String first = spellings.first(entity, upper);
        List<String> own = new ArrayList<>();
        own.add(claim(first, entity) ? first : plain);
        while (own.size() < size) {
            boolean again = random.nextDouble() < REPEATED_SPELLING;
            own.add(again ? own.get(random.nextInt(own.size())) : another(entity, upper, plain));
        }
        names.addAll(own);
        entities.addAll(Collections.nCopies(own.size(), entity));
    }

    private String another(Entity entity, boolean upper, String plain) {
        for (int i = 0; i < TRIES; i++) {
            String name = spellings.another(entity, upper);
            if (!name.equals(plain) && claim(name, entity)) {
                return name;
            }
        }
        return plain;
    }

    /** Whether no other entity is written with these letters and digits. */
    private boolean claim(String name, Entity entity) {
        String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        String owner = ownerOf.putIfAbsent(letters, entity.id());
        return !letters.isEmpty() && (owner == null || owner.equals(entity.id()));
    }

    private GeneratedList shuffled() {
        List<Integer> order = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        return new GeneratedList(
                order.stream().map(names::get).toList(),
                order.stream().map(entities::get).toList());
    }
}
