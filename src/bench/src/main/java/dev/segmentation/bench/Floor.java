package dev.segmentation.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The least that a command must do: one thread reads the customer list with Commons CSV and writes the tables that the
 * command wrote, cell by cell, with Commons CSV and buffers of 64 KiB. It decides nothing.
 *
 * <p>The cells come from the finished tables. They are loaded in portions while the clock stands, so that neither memory
 * nor the reading of what a command would have computed is counted. Nothing is forced to disk. The start of the JVM
 * counts, as it does for the command.
 */
public final class Floor {
    private static final int PORTION = 20_000;

    private final Path output;
    private long nanos;
    private long rows;
    private long letters;

    private Floor(Path output) {
        this.output = output;
    }

    /** Arguments: CUSTOMERS OUTPUT TABLE.... Prints the seconds. */
    public static void main(String[] args) throws IOException {
        long entered = System.currentTimeMillis();
        Floor floor = new Floor(Files.createDirectories(Path.of(args[1])));
        floor.read(Path.of(args[0]));
        double read = floor.nanos / 1e9;
        for (int i = 2; i < args.length; i++) {
            floor.write(Path.of(args[i]));
        }
        long start = entered - ManagementFactory.getRuntimeMXBean().getStartTime();
        System.err.printf(
                Locale.ROOT,
                "floor: start %.2f s, read %.2f s, write %.2f s; %d rows, %d letters read%n",
                start / 1e3,
                read,
                floor.nanos / 1e9 - read,
                floor.rows,
                floor.letters);
        System.out.printf(Locale.ROOT, "%.3f%n", start / 1e3 + floor.nanos / 1e9);
    }

    private void read(Path customers) throws IOException {
        long from = System.nanoTime();
        try (CSVParser parser = Tables.parser(customers)) {
            for (CSVRecord row : parser) {
                for (int i = 0; i < row.size(); i++) {
                    letters += row.get(i).length();
                }
            }
        }
        nanos += System.nanoTime() - from;
    }

    private void write(Path table) throws IOException {
        Path copy = output.resolve(table.getFileName());
        try (CSVParser finished = Tables.parser(table)) {
            Iterator<CSVRecord> cells = finished.iterator();
            long from = System.nanoTime();
            try (CSVPrinter printer = Tables.printer(copy)) {
                nanos += System.nanoTime() - from;
                for (List<String[]> rows = portion(cells); !rows.isEmpty(); rows = portion(cells)) {
                    print(rows, printer);
                }
                from = System.nanoTime();
            }
            nanos += System.nanoTime() - from;
        }
        if (Files.mismatch(table, copy) >= 0) {
            throw new IllegalStateException(copy + " differs from " + table);
        }
    }

    private static List<String[]> portion(Iterator<CSVRecord> cells) {
        List<String[]> rows = new ArrayList<>(PORTION);
        while (rows.size() < PORTION && cells.hasNext()) {
            rows.add(cells.next().values());
        }
        return rows;
    }

    private void print(List<String[]> portion, CSVPrinter printer) throws IOException {
        long from = System.nanoTime();
        for (String[] row : portion) {
            for (String cell : row) {
                printer.print(cell);
            }
            printer.println();
        }
        nanos += System.nanoTime() - from;
        rows += portion.size();
    }
}
