package dev.segmentation.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The header row of a table: which separator the file uses and where each known column stands. */
public record Header(List<String> names, Map<String, Integer> columns, char delimiter) {
    private static final String RENAMED = "Maybe the header row is missing or a column was renamed.";
    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final int LOOKED_AT = 20;

    public int width() {
        return names.size();
    }

    public String nameAt(int index) {
        return index < names.size() ? names.get(index) : "";
    }

    String delimiterName() {
        return delimiter == '\t' ? "tab" : "\"" + delimiter + "\"";
    }

    public static Header read(
            String file, LogicalLines lines, TableSpec spec, Consumer<String> notes, Consumer<RowError> remarks)
            throws IOException {
        String first = lines.peek();
        long line = 1;
        boolean late = false;
        while (first != null && before(first)) {
            late |= first.isBlank();
            line++;
            lines.next();
            first = lines.peek();
        }
        if (first == null) {
            throw empty(file, spec);
        }
        Header best = best(first, spec);
        if (!best.missing(spec).isEmpty()) {
            throw best.lacking(file, line, spec, below(lines, spec));
        }
        best.note(file, notes);
        TitleGuess.remarks(file, line, best, spec, remarks);
        best.shapeRemarks(file, line, late, remarks);
        lines.shape(best.delimiter, best.width());
        lines.next();
        return best;
    }

    /** Whether a line may stand above the header. */
    public static boolean before(String line) {
        return line.isBlank() || line.startsWith("#") || isExcelHint(line);
    }

    /** The header of a sheet, whose cells are known. */
    public static Header of(List<String> names, TableSpec spec) {
        return new Header(List.copyOf(names), columns(names, spec), ',');
    }

    private static TableException empty(String file, TableSpec spec) {
        String advice = "It needs a header row with the columns " + String.join(", ", spec.required()) + ".";
        RowError fault = new RowError(file, 0, "", "", "the file is empty", advice, "empty-file");
        return new TableException(file + " is empty. " + advice, fault);
    }

    private static Header best(String line, TableSpec spec) throws IOException {
        Header best = null;
        for (char delimiter : DELIMITERS) {
            Header header = parse(line, delimiter, spec);
            if (best == null || header.columns.size() > best.columns.size()) {
                best = header;
            }
        }
        return best;
    }

    /** How many lines further down a header row stands that fits, 0 if none does. */
    private static int below(LogicalLines lines, TableSpec spec) throws IOException {
        lines.next();
        for (int i = 1; i <= LOOKED_AT && lines.peek() != null; i++) {
            if (best(lines.peek(), spec).missing(spec).isEmpty()) {
                return i;
            }
            lines.next();
        }
        return 0;
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
            for (CSVRecord cells : parser) { // none if the line is blank
                cells.forEach(cell -> names.add(cell.strip()));
            }
        }
        return new Header(List.copyOf(names), columns(names, spec), delimiter);
    }

    private static Map<String, Integer> columns(List<String> names, TableSpec spec) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            first.putIfAbsent(TitleGuess.fold(names.get(i)), i);
        }
        Map<String, Integer> columns = new HashMap<>();
        for (String column : spec.columns()) {
            Integer index = first.get(TitleGuess.fold(column));
            if (index != null) {
                columns.put(column, index);
            }
        }
        return Map.copyOf(columns);
    }

    /** Required columns that it does not have. */
    public List<String> missing(TableSpec spec) {
        List<String> missing = new ArrayList<>(spec.required());
        missing.removeAll(columns.keySet());
        return missing;
    }

    /** The refusal of a table with this header. */
    public TableException lacking(String file, long line, TableSpec spec, int below) {
        String missing = String.join(", ", missing(spec));
        String found = String.join(", ", names);
        if (below > 0) {
            String problem = "the header stands in row " + (line + below) + ", not at the top";
            String advice = "Delete the rows above it.";
            RowError fault = new RowError(file, line, "", found, problem, advice, "header-row");
            return new TableException(file + ": " + problem + ". " + advice, fault);
        }
        String problem = "it lacks the column " + missing;
        return new TableException(
                file + " lacks the column " + missing + ". It has " + found + ". " + RENAMED,
                new RowError(file, line, missing, found, problem, renamed(spec), "missing-column"));
    }

    private String renamed(TableSpec spec) {
        List<String> unused = new ArrayList<>(names);
        unused.removeIf(name -> columns.keySet().stream().anyMatch(known -> TitleGuess.same(known, name)));
        String near = TitleGuess.nearest(missing(spec).get(0), unused);
        return near.isEmpty() ? RENAMED : "Maybe " + near + " is to be it.";
    }

    private void shapeRemarks(String file, long line, boolean late, Consumer<RowError> remarks) {
        if (late) {
            String problem = "blank rows stand above the header";
            remarks.accept(new RowError(file, line, "", "", problem, "Delete them.", "header-late"));
        }
        if (delimiter != ',') {
            String separator = delimiter == ';' ? "semicolons" : "tabs";
            String problem = "cells are separated by " + separator + ", not by commas";
            String advice = "It is read all the same; save it with commas, so that every program reads it right.";
            remarks.accept(new RowError(file, line, "", "", problem, advice, "separator"));
        }
    }

    private void note(String file, Consumer<String> notes) {
        Set<String> known = columns.keySet().stream().map(TitleGuess::fold).collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!columns.containsValue(i) && !names.get(i).isBlank()) {
                boolean twice = known.contains(TitleGuess.fold(names.get(i)));
                unknown.add(names.get(i) + (twice ? " (stands twice; the first is used)" : ""));
            }
        }
        if (!unknown.isEmpty()) {
            notes.accept(file + ": columns not used: " + String.join(", ", unknown) + ".");
        }
    }
}
