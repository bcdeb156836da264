package dev.segmentation.fuzz;

import dev.segmentation.testkit.Bytes;
import dev.segmentation.testkit.Lines;
import java.util.List;
import java.util.Random;

/** Damages markdown: what {@link Lines} and {@link Bytes} do, and marks of its own, nested as deep as one likes. */
final class MarkdownMarks {
    private static final List<String> TOKENS = List.of(
            ">",
            "> ",
            ">\t",
            "- ",
            "* ",
            "+ ",
            "1. ",
            "1) ",
            "  - ",
            "    ",
            "\t",
            "#",
            "# ",
            "## ",
            "---",
            "***",
            "===",
            "*",
            "**",
            "_",
            "__",
            "***a ",
            "**a *b ",
            "~~",
            "`",
            "``` ",
            "```\n",
            "~~~\n",
            "[",
            "![",
            "](",
            "[a](",
            "[a]: ",
            "]",
            "(",
            ")",
            "<",
            "<a>",
            "</a>",
            "<div>\n",
            "</div>\n",
            "<table><tr><td>",
            "<!--",
            "-->",
            "<![CDATA[",
            "<?",
            "<script>\n",
            "<br>",
            "|",
            "||",
            "| a ",
            "|---",
            "|:-:",
            "\\",
            "\\|",
            "&amp;",
            "&#0;",
            "&",
            ":",
            ";",
            " / ",
            "/",
            " - ",
            " \u2014 ",
            "\u2026",
            "...",
            "1.",
            "1.1.",
            "a. ",
            "31-33",
            "(a",
            "((",
            "customers ",
            "new ",
            "updated ",
            "http://a.b/",
            "a@b.c ",
            "\u200B",
            "\u00A0",
            "\u3000",
            "\uD83D\uDE00",
            "\u0130",
            "\uFDFA",
            "A",
            "x ");

    private MarkdownMarks() {}

    /** A text with one to six changes. */
    static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed;
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            bytes = switch (random.nextInt(8)) {
                case 0, 1 -> Bytes.mutated(bytes, random);
                case 2, 3 -> Lines.mutated(bytes, random);
                case 4 -> growing(bytes, random);
                default -> Lines.repeated(bytes, TOKENS, random);
            };
        }
        return random.nextInt(12) == 0 ? Bytes.encoded(bytes, random) : bytes;
    }

    /** Some characters and marks for the inside of one line. */
    static String inline(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(8); left > 0; left--) {
            String token = TOKENS.get(random.nextInt(TOKENS.size())).replace("\n", "");
            text.append(token.repeat(1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 3)));
        }
        return text.toString();
    }

    /** A list or quotation each line of which lies deeper than the one above. */
    private static byte[] growing(byte[] bytes, Random random) {
        String mark =
                List.of("- a", "> a", "1. a", "* | a | b |", "- ## a", "+ ```").get(random.nextInt(6));
        StringBuilder text = new StringBuilder("\n");
        int depth = 1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 40);
        for (int i = 0; i < depth; i++) {
            text.append(mark.startsWith(">") ? ">".repeat(i) : "  ".repeat(i))
                    .append(mark)
                    .append('\n');
        }
        int at = random.nextInt(bytes.length + 1);
        return Bytes.spliced(bytes, at, at, text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
