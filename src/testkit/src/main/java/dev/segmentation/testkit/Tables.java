package dev.segmentation.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Damages CSV files as people and systems do. */
public final class Tables {
    private static final List<String> TOKENS = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "A",
            "\u00E9",
            "\u65E5",
            " ",
            "\",\"",
            "1.",
            "(",
            "a,",
            "=1+",
            "-",
            "/",
            "&",
            "' ",
            "\uD83D\uDE00",
            "\u0130",
            "\u00A0",
            "c/o ",
            "inc ");

    private Tables() {}

    /** A file with one to six changes. */
    public static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed;
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            bytes = switch (random.nextInt(10)) {
                case 0, 1, 2 -> Bytes.mutated(bytes, random);
                case 3, 4 -> Lines.mutated(bytes, random);
                case 5 -> Lines.repeated(bytes, TOKENS, random);
                case 6 -> header(bytes, random);
                case 7 -> separator(bytes, random);
                default -> cell(bytes, random);
            };
        }
        return random.nextInt(12) == 0 ? Bytes.encoded(bytes, random) : bytes;
    }

    private static byte[] header(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = Math.max(0, text.indexOf('\n'));
        String[] names = text.substring(0, end).split(",", -1);
        int at = random.nextInt(names.length);
        int other = random.nextInt(names.length);
        switch (random.nextInt(7)) {
            case 0 -> names[at] = names[at].toUpperCase(java.util.Locale.ROOT);
            case 1 -> names[at] = names[at].replace(" ", random.nextBoolean() ? "_" : "");
            case 2 -> names[at] = names[other];
            case 3 -> {
                String name = names[at];
                names[at] = names[other];
                names[other] = name;
            }
            case 4 -> names[at] = "\"" + names[at] + "\"";
            case 5 -> names[at] = names[at] + ",".repeat(random.nextInt(5) == 0 ? 20_000 : 2);
            default -> names[at] = names[at] + "x";
        }
        String before = random.nextInt(6) == 0
                ? List.of("sep=,\n", "# note\n", "\n", "Report\n").get(random.nextInt(4))
                : "";
        return (before + String.join(",", names) + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Another separator, everywhere or on one line. */
    private static byte[] separator(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String separator = List.of(";", "\t", "|", ",,", "\",\"", ", ").get(random.nextInt(6));
        if (random.nextBoolean()) {
            return text.replace(",", separator).getBytes(StandardCharsets.ISO_8859_1);
        }
        int from = text.lastIndexOf('\n', random.nextInt(text.length() + 1)) + 1;
        int to = text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from);
        return (text.substring(0, from) + text.substring(from, to).replace(",", separator) + text.substring(to))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One cell blank, quoted, opened and not closed, with a line break, a comment, or very long. */
    private static byte[] cell(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int from = 1
                + Math.max(
                        text.lastIndexOf(',', random.nextInt(text.length() + 1)),
                        text.lastIndexOf('\n', random.nextInt(text.length() + 1)));
        int to = from;
        while (to < text.length() && ",\r\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        String cell = text.substring(from, to);
        String other =
                switch (random.nextInt(9)) {
                    case 0 -> "";
                    case 1 -> "\"" + cell + "\"";
                    case 2 -> "\"" + cell;
                    case 3 -> "\"" + cell + "\n" + cell + "\"";
                    case 4 -> "#" + cell;
                    case 5 -> cell + "x".repeat(random.nextInt(60) == 0 ? 1_100_000 : random.nextInt(30_000));
                    case 6 -> "\"" + cell + "\" " + cell;
                    case 7 -> "  " + cell + "\u0000";
                    default -> "\"\n" + "\n".repeat(random.nextInt(120)) + "\"";
                };
        return (text.substring(0, from) + other + text.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
