package dev.segmentation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVPrinter;

/**
 * A generated customer list.
 *
 * @param names the names in the order of the file
 * @param entities for each name the entity it belongs to
 */
record GeneratedList(List<String> names, List<Entity> entities) {
    static final String CUSTOMERS = "CustomerLastBillingDate.csv";
    static final String TRUTH = "truth.csv";

    private static final String[] SOURCES = {"ERP-EAST", "ERP-WEST", "SERVICE"};
    private static final LocalDate LATEST = LocalDate.of(2026, 12, 31);
    private static final int DAYS = 5 * 365;
    private static final double UNDATED = 0.02;

    /** Writes the customer list and its truth; numbers, sources and dates are made up. */
    void write(Path folder, long seed) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(seed);
        try (CSVPrinter customers = Tables.printer(folder.resolve(CUSTOMERS));
                CSVPrinter truth = Tables.printer(folder.resolve(TRUTH))) {
            customers.printRecord(
                    "Customer Key", "Customer Number", "Customer Name", "Source", "Last Billing Date (Any Stream)");
            truth.printRecord("Customer Key", "EntityId");
            for (int i = 0; i < names.size(); i++) {
                String key = key(i);
                customers.printRecord(
                        key,
                        "C%08d".formatted(random.nextInt(100_000_000)),
                        names.get(i),
                        SOURCES[random.nextInt(SOURCES.length)],
                        date(random));
                truth.printRecord(key, entities.get(i).id());
            }
        }
    }

    private static String key(int row) {
        return Integer.toString(10_000_000 + row);
    }

    private static String date(Random random) {
        double age = random.nextDouble() * random.nextDouble();
        return random.nextDouble() < UNDATED
                ? ""
                : LATEST.minusDays((long) (age * DAYS)).toString();
    }
}
