package dev.segmentation.workspace;

import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.LegacySegments;
import dev.segmentation.dedupe.DedupeOptions;
import dev.segmentation.dedupe.linkage.DedupeModel;
import dev.segmentation.dedupe.linkage.LinkRules;
import dev.segmentation.name.NameParser;
import dev.segmentation.name.NameTables;
import dev.segmentation.rules.table.RulesCache;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where a run reads and writes, and how.
 *
 * @param input folder of the customer list and the governance files
 * @param charset encoding of the input files where no byte-order mark says otherwise
 * @param dedupe what this run wants otherwise than {@code rules/dedupe/settings.csv} says
 * @param cache where compiled rules are kept
 * @param keepRuns how many runs stay under {@code runs/} of the output folder, 0 for none
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
        RulesCache cache,
        int keepRuns) {

    /** Name of the customer list within the input folder. */
    public static final String CUSTOMER_FILE = "CustomerLastBillingDate.csv";

    /** The same, but for how many runs stay. */
    public RunSettings keeping(int runs) {
        return new RunSettings(input, customers, output, rules, charset, profile, threads, dedupe, cache, runs);
    }

    /**
     * The decisions of people in the input folder.
     *
     * @throws TableException if there is no such folder, which would lose them all without a word
     */
    public Governance governance(Consumer<RowError> errors, Consumer<String> notes) {
        if (!Files.isDirectory(input)) {
            throw new TableException(input + " is no folder. It holds the decisions of people. Maybe --input names the"
                    + " wrong one, or the command runs elsewhere.");
        }
        LegacySegments legacy = new LegacySegments(rules.resolve("common").resolve("legacy-segments.csv"), errors);
        return new GovernanceFiles(input, charset, legacy, errors, notes).read();
    }

    /** What names are linked by, as far as the rules folder and this run say. */
    public LinkRules linkRules(NameTables tables, NameParser parser, Progress progress) {
        DedupeModel model = DedupeModel.read(rules.resolve("dedupe"));
        return new LinkRules(parser, tables, model, dedupe.on(model.settings()), progress);
    }
}
