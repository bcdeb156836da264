package dev.segmentation.cli;

import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.table.Finding;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what a check of rules found, file by file. Many warnings of one kind are counted, unless all are asked for. */
final class FindingsPrinter {
    private static final int SHOWN = 3;

    private final PrintWriter out;
    private final boolean verbose;

    FindingsPrinter(PrintWriter out, boolean verbose) {
        this.out = out;
        this.verbose = verbose;
    }

    void print(RuleCheck.Result result) {
        Map<String, List<Finding>> byFile = new LinkedHashMap<>();
        result.findings().forEach(f -> byFile.computeIfAbsent(f.file(), file -> new java.util.ArrayList<>())
                .add(f));
        byFile.values().stream()
                .sorted(Comparator.comparingInt(
                        found -> of(Finding.Level.ERROR, found).isEmpty() ? 0 : 1)) // errors last, where people look
                .forEach(found -> file(found.get(0).file(), found));
        out.println(
                result.passed()
                        ? "All good: " + result.summary() + ", " + result.cases() + " cases passed. "
                                + count(result.warnings(), "warning") + "."
                        : count(result.errors(), "error") + ", " + count(result.warnings(), "warning") + ".");
        idle(result);
    }

    /** Terms that do nothing yet, counted; they are no fault. */
    private void idle(RuleCheck.Result result) {
        RuleCheck.IdleTerms idle = result.idle();
        if (!idle.withoutCase().isEmpty()) {
            out.println(idle.withoutCase().size() + " of " + result.terms()
                    + " terms decide no case (segmenter rules test --untried lists them).");
        }
        if (!idle.notInBase().isEmpty()) {
            out.println(idle.notInBase().size() + " of " + result.terms() + " terms are found in none of the "
                    + idle.base() + " names of the base" + (verbose ? ":" : " (--verbose lists them)."));
            if (verbose) {
                idle.notInBase()
                        .forEach(term ->
                                out.println("  " + term.id() + "  " + term.text() + "  (" + term.place() + ")"));
            }
        }
    }

    private void file(String file, List<Finding> findings) {
        List<Finding> errors = of(Finding.Level.ERROR, findings);
        List<Finding> warnings = of(Finding.Level.WARNING, findings);
        out.println((file.isEmpty() ? "rules" : file) + "  (" + count(errors, "error") + ", "
                + count(warnings, "warning") + ")");
        Map<String, List<Finding>> many = verbose
                ? Map.of()
                : warnings.stream().collect(Collectors.groupingBy(Finding::check, TreeMap::new, Collectors.toList()));
        for (Finding finding : findings) {
            boolean counted = finding.level() == Finding.Level.WARNING
                    && many.getOrDefault(finding.check(), List.of()).size() > SHOWN;
            if (!counted) {
                out.println((finding.level() == Finding.Level.ERROR ? "ERROR   " : "warning ") + finding + " ["
                        + finding.check() + "]");
            }
        }
        many.values().stream().filter(same -> same.size() > SHOWN).forEach(this::counted);
    }

    private void counted(List<Finding> same) {
        String rows = same.stream()
                .limit(SHOWN)
                .map(f -> (f.sheet().isEmpty() ? "" : f.sheet() + " ") + f.row())
                .collect(Collectors.joining(", "));
        Finding first = same.get(0);
        out.println("warning " + first.file() + ": " + same.size() + " times: " + first.problem() + "; rows " + rows
                + " … (--verbose lists them) [" + first.check() + "]");
    }

    private static List<Finding> of(Finding.Level level, List<Finding> findings) {
        return findings.stream().filter(f -> f.level() == level).toList();
    }

    private static String count(List<Finding> findings, String what) {
        return findings.size() + " " + what + (findings.size() == 1 ? "" : "s");
    }
}
