package dev.segmentation.run;

import dev.segmentation.csv.CsvProfile;
import dev.segmentation.dedupe.DedupeModel;
import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.rules.RulesCache;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * Where a run reads and writes, and how.
 *
 * @param input folder of the customer list and the governance files
 * @param customers the customer list
 * @param output folder of the output tables
 * @param rules folder of the rule sets
 * @param charset encoding of the input files where no byte-order mark says otherwise
 * @param profile for whom the CSV files are written
 * @param threads how many threads work
 * @param dedupe what this run wants otherwise than {@code rules/dedupe/settings.csv} says
 * @param cache where compiled rules are kept
 */
public record RunSettings(
        Path input,
        Path customers,
        Path output,
        Path rules,
        Charset charset,
        CsvProfile profile,
        int threads,
        DedupeOptions dedupe,
        RulesCache cache) {

    /** Name of the customer list within the input folder. */
    public static final String CUSTOMER_FILE = "CustomerLastBillingDate.csv";

    /** What the dedupe knows besides the list. */
    public DedupeModel dedupeModel() {
        return DedupeModel.read(rules.resolve("dedupe"));
    }
}
