package dev.segmentation.rules.check;

import dev.segmentation.rules.table.Finding;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at the characters of every cell: what people cannot see, and what programs wrote wrong. */
final class CellCheck {
    private static final int LONGEST = 2000;
    private static final int LONGEST_TERM = 100;

    /** What UTF-8 looks like when it was read as Windows-1252, and bytes that nobody could read. */
    private static final Pattern MOJIBAKE =
            Pattern.compile("[\\u00C3\\u00C2][\\u0080-\\u00BF\\u0152-\\u0178\\u2018-\\u2022]|\\u00E2\\u20AC|\\uFFFD");

    private static final String CURLY = "\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u201B";

    /** What these columns hold is compared with names, or goes into the output. */
    private static final Set<String> EXACT = Set.of("Term", "Unless", "Industry Detail");

    private final Findings findings;

    CellCheck(Findings findings) {
        this.findings = findings;
    }

    void row(Row row) {
        row.columns().forEach((column, index) -> {
            if (index < row.cells().length && !column.equals("Note")) {
                cell(row, column, row.cells()[index]);
            }
        });
    }

    private void cell(Row row, String column, String cell) {
        int longest = column.equals("Term") ? LONGEST_TERM : LONGEST;
        if (cell.length() > longest) {
            warn(row, "long-cell", column, cell, "longer than " + longest + " characters", "Maybe rows ran together.");
        }
        if (!cell.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            characters(row, column, cell);
        }
        boolean spaced = !cell.isEmpty() && (cell.charAt(0) == ' ' || cell.charAt(cell.length() - 1) == ' ');
        if (spaced && !cell.isBlank()) {
            warn(row, "outer-space", column, cell, "spaces stand around the text", "They do not count; delete them.");
        }
    }

    private void characters(Row row, String column, String cell) {
        if (MOJIBAKE.matcher(cell).find()) {
            String problem = "the letters were read in a wrong encoding";
            RowError error = row.error("mojibake", column, problem, "Write them anew and save the file as UTF-8.");
            findings.add(EXACT.contains(column) ? Finding.Level.ERROR : Finding.Level.WARNING, error);
        }
        if (!column.equals("Name") && cell.chars().anyMatch(c -> CURLY.indexOf(c) >= 0)) {
            warn(row, "curly-quotes", column, cell, "curly quotation marks", "Write straight ones, or none.");
        }
        if (cell.chars().anyMatch(CellCheck::invisible)) {
            String advice = "Delete them; the marks <U+...> show where they stand.";
            warn(row, "invisible-character", column, cell, "characters that nobody sees", advice);
        }
    }

    private void warn(Row row, String check, String column, String cell, String problem, String advice) {
        findings.warning(new RowError(row.file(), row.line(), column, shown(cell), problem, advice, check));
    }

    private static boolean invisible(int c) {
        return c != ' '
                && (Character.isISOControl(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT);
    }

    private static String shown(String cell) {
        StringBuilder text = new StringBuilder();
        cell.chars().forEach(c -> {
            if (invisible(c)) {
                text.append(String.format("<U+%04X>", c));
            } else {
                text.append((char) c);
            }
        });
        return text.toString();
    }
}
