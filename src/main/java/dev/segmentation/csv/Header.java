package dev.segmentation.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The header row of a table: which separator the file uses and where each known column stands.
 *
 * @param names all column names as written
 * @param columns position of every known column
 * @param delimiter the separator
 */
record Header(List<String> names, Map<String, Integer> columns, char delimiter) {
    private static final char[] DELIMITERS = {',', ';', '\t'};

    int width() {
        return names.size();
    }

    String nameAt(int index) {
        return index < names.size() ? names.get(index) : "";
    }

    String delimiterName() {
        return delimiter == '\t' ? "tab" : "\"" + delimiter + "\"";
    }

    static Header read(String file, LogicalLines lines, TableSpec spec, Consumer<String> notes) throws IOException {
        String first = lines.peek();
        while (first != null && (first.isBlank() || first.startsWith("#") || isExcelHint(first))) {
            lines.next();
            first = lines.peek();
        }
        if (first == null) {
            throw new TableException(file + " is empty. It needs a header row with the columns "
                    + String.join(", ", spec.required()) + ".");
        }
        Header best = null;
        for (char delimiter : DELIMITERS) {
            Header header = parse(first, delimiter, spec);
            if (best == null || header.columns.size() > best.columns.size()) {
                best = header;
            }
        }
        best.check(file, spec, notes);
        lines.shape(best.delimiter, best.width());
        lines.next();
        return best;
    }

    /** How Commons CSV has to read rows that hold quotation marks. */
    static CSVFormat reading(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    private static boolean isExcelHint(String line) {
        return line.length() == 5 && line.toLowerCase(Locale.ROOT).startsWith("sep=");
    }

    private static Header parse(String line, char delimiter, TableSpec spec) throws IOException {
        List<String> names = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(line, reading(delimiter))) {
            parser.iterator().next().forEach(cell -> names.add(cell.strip()));
        }
        Map<String, Integer> columns = new HashMap<>();
        for (String column : spec.columns()) {
            for (int i = 0; i < names.size(); i++) {
                if (fold(names.get(i)).equals(fold(column))) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        return new Header(List.copyOf(names), Map.copyOf(columns), delimiter);
    }

    private void check(String file, TableSpec spec, Consumer<String> notes) {
        List<String> missing = new ArrayList<>(spec.required());
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) {
            throw new TableException(file + " lacks the column " + String.join(", ", missing) + ". It has "
                    + String.join(", ", names) + ". Maybe the header row is missing or a column was renamed.");
        }
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!columns.containsValue(i) && !names.get(i).isBlank()) {
                boolean twice = columns.keySet().stream().map(Header::fold).anyMatch(fold(names.get(i))::equals);
                unknown.add(names.get(i) + (twice ? " (stands twice; the first is used)" : ""));
            }
        }
        if (!unknown.isEmpty()) {
            notes.accept(file + ": columns not used: " + String.join(", ", unknown) + ".");
        }
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "");
    }
}
