package dev.segmentation.bench;

import java.util.Random;
import java.util.function.Consumer;

/** Writes the name of an entity as clerks and systems do. */
final class Spellings {
    private static final double UPPER = 0.77;
    private static final double OTHER_CASE = 0.08;
    private static final double ALTERED_BASE = 0.12;

    private final Weighted<Consumer<Draft>> changes = new Weighted<>();
    private final TailChanges tails;
    private final WordBank bank;
    private final Random random;

    Spellings(WordBank bank, Abbreviations abbreviations, Random random) {
        this.bank = bank;
        this.random = random;
        this.tails = new TailChanges(bank);
        WordChanges words = new WordChanges(abbreviations);
        changes.add(30, tails::form)
                .add(12, words::abbreviate)
                .add(10, Typos::apply)
                .add(8, words::punctuation)
                .add(7, words::ampersand)
                .add(6, tails::truncate)
                .add(5, words::article)
                .add(5, tails::store)
                .add(4, tails::place)
                .add(4, tails::department)
                .add(4, words::order)
                .add(3, words::clip)
                .add(3, words::accents)
                .add(2, words::glue)
                .add(2, words::blanks)
                .add(1.5, tails::acronym)
                .add(1.2, tails::careOf)
                .add(1, tails::tradeName);
    }

    /** Whether this entity is usually written in capitals. */
    boolean upper() {
        return random.nextDouble() < UPPER;
    }

    /** The plain spelling, without any change. */
    String plain(Entity entity, boolean upper) {
        return draft(entity).text(upper);
    }

    /** How an entity is written the first time: mostly plain. */
    String first(Entity entity, boolean upper) {
        Draft draft = draft(entity);
        if (random.nextDouble() < ALTERED_BASE) {
            changes.draw(random).accept(draft);
        }
        return draft.text(upper);
    }

    /** Another spelling: one to three changes; branches of a chain mostly bear their number or place. */
    String another(Entity entity, boolean upper) {
        Draft draft = draft(entity);
        if (entity.kind() == Kind.CHAIN && random.nextInt(4) > 0) {
            if (random.nextInt(4) == 0) {
                tails.place(draft);
            } else {
                tails.store(draft);
            }
        } else {
            changes.draw(random).accept(draft);
            for (int more = random.nextInt(6); more > 3; more--) {
                changes.draw(random).accept(draft);
            }
        }
        return draft.text(upper ^ random.nextDouble() < OTHER_CASE);
    }

    private Draft draft(Entity entity) {
        String form = entity.form().isEmpty() ? "" : bank.forms().usual(entity.form());
        return new Draft(entity, form, random);
    }
}
