package dev.segmentation.bench;

import java.util.Locale;
import java.util.Random;

/** What billing systems add to a name, change about its legal form, or cut off. */
final class TailChanges {
    private static final int[] WIDTHS = {30, 30, 30, 35, 40};

    private final WordBank bank;

    TailChanges(WordBank bank) {
        this.bank = bank;
    }

    void form(Draft draft) {
        String form = draft.entity.form();
        if (form.isEmpty()) {
            if (draft.entity.kind() != Kind.PERSON && draft.entity.kind() != Kind.INSTITUTION) {
                draft.form = bank.forms().usual(bank.forms().any(draft.random));
            }
        } else if (draft.random.nextInt(3) == 0) {
            draft.form = "";
        } else {
            draft.form =
                    (draft.random.nextInt(4) == 0 ? ", " : "") + bank.forms().spelling(form, draft.random);
        }
    }

    void store(Draft draft) {
        if (draft.free()) {
            int number = 1 + draft.random.nextInt(draft.entity.kind() == Kind.CHAIN ? 9999 : 400);
            draft.tail = switch (draft.random.nextInt(5)) {
                case 0 -> "STORE " + number;
                case 1 -> "STORE #" + number;
                case 2 -> "%04d".formatted(number);
                default -> "#" + number;
            };
        }
    }

    void department(Draft draft) {
        draft.tail = bank.word("department", draft.random);
    }

    void careOf(Draft draft) {
        draft.tail = (draft.random.nextInt(3) == 0 ? "C/O: " : "C/O ") + bank.word("manager", draft.random);
    }

    /** The trade name is always the same one: it is coined from the name itself. */
    void tradeName(Draft draft) {
        if (draft.free() && draft.entity.kind() != Kind.CHAIN) {
            String first = draft.words()[0].toUpperCase(Locale.ROOT);
            String trade = bank.word("trade", new Random(draft.entity.core().hashCode()));
            draft.tail = (draft.random.nextBoolean() ? "DBA " : "D/B/A ") + first + " " + trade;
        }
    }

    void place(Draft draft) {
        if (draft.free()) {
            draft.tail = (draft.random.nextBoolean() ? "- " : "") + bank.word("town", draft.random);
        }
    }

    void acronym(Draft draft) {
        StringBuilder initials = new StringBuilder();
        for (String word : draft.words()) {
            if (Character.isLetter(word.charAt(0))) {
                initials.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        if (initials.length() > 2 && draft.entity.kind() != Kind.PERSON) {
            draft.tail = "(" + initials + ")";
        }
    }

    /** Cut at the width of the field; of names that end in what tells them apart only the rest goes. */
    void truncate(Draft draft) {
        int width = WIDTHS[draft.random.nextInt(WIDTHS.length)];
        if (draft.free() || draft.core.length() <= width) {
            draft.cut = width;
        }
    }
}
