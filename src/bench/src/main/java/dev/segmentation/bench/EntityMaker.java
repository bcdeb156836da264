package dev.segmentation.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** Makes entities, no two of which have the same words. */
final class EntityMaker {
    private static final String[] ROMAN = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
    private static final double SYNTHETIC_INSTITUTION = 0.6;

    private final Random random;
    private final WordBank bank;
    private final Abbreviations abbreviations;
    private final Weighted<Kind> kinds = new Weighted<>();
    private final Map<Kind, Weighted<CSVRecord>> patterns = new EnumMap<>(Kind.class);
    private final Map<Kind, Deque<String>> real = new EnumMap<>(Kind.class);
    private final Deque<Entity> siblings = new ArrayDeque<>();
    private final Set<String> identities = new HashSet<>();

    EntityMaker(WordBank bank, Abbreviations abbreviations, List<CSVRecord> patternRows, Random random) {
        this.bank = bank;
        this.abbreviations = abbreviations;
        this.random = random;
        for (CSVRecord row : patternRows) {
            Kind kind = Kind.valueOf(row.get("Kind").toUpperCase(Locale.ROOT));
            patterns.computeIfAbsent(kind, k -> new Weighted<>()).add(Double.parseDouble(row.get("Weight")), row);
        }
        for (Kind kind : Kind.values()) {
            kinds.add(kind.share, kind);
        }
        real.put(Kind.CHAIN, new ArrayDeque<>(bank.chains(random)));
        real.put(Kind.LISTED, new ArrayDeque<>(bank.listed(random)));
        real.put(Kind.INSTITUTION, new ArrayDeque<>(bank.institutions(random)));
    }

    /** One more entity. When real names run out, put-together ones take their place. */
    Entity next() {
        while (siblings.isEmpty()) {
            Kind kind = kinds.draw(random);
            Deque<String> names = real.get(kind);
            boolean put = kind == Kind.INSTITUTION && random.nextDouble() < SYNTHETIC_INSTITUTION;
            if (names != null && !names.isEmpty() && !put) {
                LegalForms.Name name = bank.forms().split(names.pop());
                offer(kind, name.core(), name.form());
            } else {
                make(kind == Kind.CHAIN || kind == Kind.LISTED ? Kind.COMPANY : kind);
            }
        }
        return siblings.pop();
    }

    private void make(Kind kind) {
        CSVRecord pattern = patterns.get(kind).draw(random);
        String core = bank.fill(pattern.get("Pattern"), random);
        String form =
                switch (pattern.get("Form")) {
                    case "any" -> random.nextDouble() < 0.8 ? bank.forms().any(random) : "";
                    case "none" -> "";
                    default -> pattern.get("Form");
                };
        if (kind == Kind.SERIES) {
            series(core, form);
        } else {
            offer(kind, core, form);
        }
    }

    private void series(String core, String form) {
        int from = 1 + random.nextInt(3);
        int to = from + 1;
        while (to < ROMAN.length && random.nextDouble() < 0.7) {
            to++;
        }
        boolean roman = random.nextInt(3) == 0;
        for (int n = from; n <= to; n++) {
            offer(Kind.SERIES, core.replace("{n}", roman ? ROMAN[n - 1] : Integer.toString(n)), form);
        }
    }

    private void offer(Kind kind, String core, String form) {
        if (!core.isBlank() && identities.add(abbreviations.identity(core))) {
            siblings.add(new Entity("E%07d".formatted(identities.size()), kind, core, form));
        }
    }
}
