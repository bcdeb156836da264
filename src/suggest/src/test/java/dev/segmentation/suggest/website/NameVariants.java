package dev.segmentation.suggest.website;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Writes names of registers as billing systems and their clerks do. The same seed gives the same variants. */
final class NameVariants {
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("INCORPORATED", "INC"),
            Map.entry("CORPORATION", "CORP"),
            Map.entry("COMPANY", "CO"),
            Map.entry("LIMITED", "LTD"),
            Map.entry("UNIVERSITY", "UNIV"),
            Map.entry("DEPARTMENT", "DEPT"),
            Map.entry("COUNTY", "CNTY"),
            Map.entry("INTERNATIONAL", "INTL"),
            Map.entry("MANUFACTURING", "MFG"),
            Map.entry("TECHNOLOGIES", "TECH"),
            Map.entry("SERVICES", "SVCS"),
            Map.entry("ASSOCIATION", "ASSN"),
            Map.entry("INSTITUTE", "INST"),
            Map.entry("SAINT", "ST"),
            Map.entry("CENTER", "CTR"),
            Map.entry("HOLDINGS", "HLDGS"),
            Map.entry("INDUSTRIES", "INDS"),
            Map.entry("PHARMACEUTICALS", "PHARMA"),
            Map.entry("NATIONAL", "NATL"));

    private static final List<String> FORMS = List.of(
            "INC",
            "INCORPORATED",
            "CORP",
            "CORPORATION",
            "LTD",
            "LIMITED",
            "LLC",
            "PLC",
            "CO",
            "COMPANY",
            "AG",
            "SA",
            "NV",
            "BHD",
            "TBK");

    private final Random random;
    private final List<UnaryOperator<String>> edits = List.of(
            this::withoutForm,
            this::withoutForm,
            name -> name.startsWith("THE ") ? name.substring(4) : "THE " + name,
            name -> name.contains("&") ? name.replace("&", "AND") : name.replace(" AND ", " & "),
            this::shortened,
            this::shortened,
            name -> name.replaceAll("[.,]", ""),
            name -> name + " C/O ACCOUNTS PAYABLE PROCESSING",
            name -> name + " ATTN: ACCOUNTS PAYABLE",
            name -> name + " #" + (100 + number(800)),
            this::plural,
            this::slip,
            this::slip,
            name -> name.length() > 40 ? name.substring(0, 40).strip() : name,
            this::inverted,
            name -> name.replace("-", " "));

    NameVariants(long seed) {
        random = new Random(seed);
    }

    private int number(int bound) {
        return random.nextInt(bound);
    }

    /** The name of a row, otherwise than the register writes it; a body of a town often with its state. */
    String of(RegisterRow row) {
        String plain = row.name().toUpperCase(Locale.ROOT);
        boolean state = row.local() && number(3) > 0;
        String name = state ? plain + (number(2) == 0 ? ", " : " ") + row.state() : plain;
        String variant = name;
        for (int tries = 0; tries < 20 && (variant.equals(name) || number(3) == 0); tries++) {
            variant = edits.get(number(edits.size())).apply(variant);
        }
        return variant;
    }

    private String withoutForm(String name) {
        List<String> words = words(name);
        String last = words.get(words.size() - 1).replaceAll("[.,]", "");
        return words.size() > 1 && FORMS.contains(last)
                ? String.join(" ", words.subList(0, words.size() - 1)).replaceAll(",$", "")
                : name;
    }

    private String shortened(String name) {
        List<String> words = words(name);
        words.replaceAll(word -> SHORT.getOrDefault(word.replaceAll("[.,]", ""), word));
        return String.join(" ", words);
    }

    private String plural(String name) {
        List<String> words = words(name);
        int i = number(words.size());
        String word = words.get(i);
        if (word.matches("[A-Z]{5,}")) {
            words.set(i, word.endsWith("S") ? word.substring(0, word.length() - 1) : word + "S");
        }
        return String.join(" ", words);
    }

    /** One slip of the keyboard in a long word. */
    private String slip(String name) {
        List<String> words = words(name);
        int i = number(words.size());
        String word = words.get(i);
        if (word.matches("[A-Z]{7,}")) {
            int at = 1 + number(word.length() - 2);
            char other = (char) ('A' + number(26));
            words.set(
                    i,
                    switch (number(4)) {
                        case 0 -> word.substring(0, at) + word.substring(at + 1);
                        case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
                        case 2 -> word.substring(0, at) + other + word.substring(at + 1);
                        default ->
                            word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
                    });
        }
        return String.join(" ", words);
    }

    /** CITY OF X is X, CITY OF. */
    private String inverted(String name) {
        int of = name.indexOf(" OF ");
        return name.matches("(CITY|TOWN|VILLAGE|COUNTY|UNIVERSITY) OF .*")
                ? name.substring(of + 4) + ", " + name.substring(0, of) + " OF"
                : name;
    }

    private static List<String> words(String name) {
        return new ArrayList<>(Arrays.asList(name.split(" +")));
    }
}
