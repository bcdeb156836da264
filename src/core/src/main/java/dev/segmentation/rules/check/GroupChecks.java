package dev.segmentation.rules.check;

import dev.segmentation.rules.table.TermTables;
import dev.segmentation.table.Row;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks of the table of groups. */
final class GroupChecks {
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{3}");
    private static final Pattern FOLDER = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Pattern COLOUR = Pattern.compile("|#[0-9a-fA-F]{6}");
    private static final String UNKNOWN_PREFIX = "UNK";

    /** They belong to the common rules. */
    private static final Set<String> TAKEN = Set.of("GOV", "TRM", "ENT");

    private GroupChecks() {}

    static void idPrefixes(LintedRules rules, Findings findings) {
        Map<String, Row> seen = new HashMap<>();
        for (Row row : rules.groupRows()) {
            String prefix = row.get("Id Prefix");
            if (!PREFIX.matcher(prefix).matches()) {
                String advice = "Write three capital letters.";
                findings.error(row, "bad-prefix", "Id Prefix", "it is no prefix of ids", advice);
            } else if (TAKEN.contains(prefix)
                    || prefix.equals(UNKNOWN_PREFIX) && !row.get("Folder").isEmpty()) {
                String advice = "Choose another prefix.";
                findings.error(row, "bad-prefix", "Id Prefix", "it belongs to the common rules", advice);
            }
            Row former = prefix.isEmpty() ? null : seen.putIfAbsent(prefix, row);
            if (former != null) {
                findings.error(row, "duplicate-prefix", "Id Prefix", taken(former), "Give each group its own prefix.");
            }
        }
    }

    private static String taken(Row former) {
        return "it is taken by " + former.get("Industrial Group") + " (row " + former.line() + ")";
    }

    static void folders(LintedRules rules, Findings findings) {
        Map<String, Row> seen = new HashMap<>();
        for (Row row : rules.groupRows()) {
            String folder = row.get("Folder");
            if (folder.isEmpty()) {
                continue;
            }
            Row former = seen.putIfAbsent(folder, row);
            if (!FOLDER.matcher(folder).matches()) {
                String advice = "Write small letters, digits and hyphens.";
                findings.error(row, "bad-folder", "Folder", "it is no name of a folder", advice);
            } else if (former != null) {
                findings.error(row, "duplicate-folder", "Folder", taken(former), "Give each group its own folder.");
            } else if (!Files.isDirectory(rules.folder().resolve("groups").resolve(folder))) {
                String advice = "Make it, correct its name, or leave the cell blank.";
                findings.warning(row, "missing-folder", "Folder", "there is no such folder under groups", advice);
            }
        }
    }

    static void naics(LintedRules rules, Findings findings) {
        for (Row row : rules.groupRows()) {
            String code = row.get("Default NAICS");
            if (!TermTables.NAICS.matcher(code).matches()) {
                findings.error(TermTables.noNaics(row, "Default NAICS"));
            } else if (!rules.naics().knows(code)) {
                String advice = rules.naics().advice(code);
                findings.error(row, "bad-naics", "Default NAICS", Findings.UNKNOWN_NAICS, advice);
            }
        }
    }

    static void colours(LintedRules rules, Findings findings) {
        for (Row row : rules.groupRows()) {
            if (!COLOUR.matcher(row.get("Colour")).matches()) {
                findings.warning(row, "bad-colour", "Colour", "it is no colour", "Write it as #4e79a7.");
            }
        }
    }
}
