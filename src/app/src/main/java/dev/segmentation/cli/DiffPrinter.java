package dev.segmentation.cli;

import dev.segmentation.compare.DiffReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints the difference of two runs for people: numbers first, then the largest changes of each kind. */
final class DiffPrinter {
    private static final int EXAMPLES = 3;

    private final PrintWriter out;
    private final int limit;

    DiffPrinter(PrintWriter out, int limit) {
        this.out = out;
        this.limit = limit;
    }

    void print(DiffReport report) {
        run("before", report.before());
        run("after ", report.after());
        if (report.same()) {
            line("%nNothing changed: every key has the same master, every master the same name and group.");
            return;
        }
        line(
                "%nCustomer keys: %,d new, %,d gone, %,d with another master",
                report.keys().added(), report.keys().removed(), report.keys().rehomed());
        line(
                "Masters: %,d in another group, %,d merged into others, %,d split off, %,d renamed, %,d new, %,d gone",
                report.regrouped().size(),
                report.merged().size(),
                report.split().size(),
                report.renamed().size(),
                report.fresh().size(),
                report.gone().size());
        groups(report.groups());
        some(
                "From group to group",
                report.moves(),
                m -> line("%6d masters, %s: %s -> %s", m.masters(), keys(m.keys()), m.from(), m.to()));
        some("Masters in another group", report.regrouped(), r -> {
            line("  %s  [%s, %s]", r.master(), r.masterId(), keys(r.keys()));
            side("before", r.before());
            side("after ", r.after());
        });
        some(
                "Merged into others",
                report.merged(),
                s -> line(
                        "  %s  [%s]: %s now in %s  [%s]",
                        s.master(), s.masterId(), keys(s.keys()), s.other(), s.otherId()));
        some(
                "Split off",
                report.split(),
                s -> line(
                        "  %s  [%s]: %s formerly in %s  [%s]",
                        s.master(), s.masterId(), keys(s.keys()), s.other(), s.otherId()));
        some(
                "Renamed",
                report.renamed(),
                r -> line(
                        "  %s -> %s  [%s, %s]%s",
                        r.from(),
                        r.to(),
                        r.masterId(),
                        keys(r.keys()),
                        r.formerId().equals(r.masterId()) ? "" : ", its id was " + r.formerId()));
        some(
                "Keys with another master",
                report.rehomed(),
                r -> line(
                        "  %s: %s -> %s  (%s%s)",
                        keys(r.keys().size()),
                        r.from(),
                        r.to(),
                        r.keys().stream()
                                .limit(EXAMPLES)
                                .map(DiffReport.Key::key)
                                .collect(Collectors.joining(", ")),
                        r.keys().size() > EXAMPLES ? ", ..." : ""));
        some("New masters", report.fresh(), this::single);
        some("Masters that are gone", report.gone(), this::single);
    }

    private void run(String when, DiffReport.Run run) {
        line("%s  %s  %,d masters, %,d keys", when, run.runId(), run.masters(), run.customers());
    }

    private void groups(List<DiffReport.GroupCount> groups) {
        if (groups.isEmpty()) {
            return;
        }
        line("%n%-30s %9s %9s %8s %10s", "Masters by group", "before", "after", "change", "keys");
        groups.forEach(g -> line(
                "%-30s %,9d %,9d %8s %10s",
                g.group(),
                g.mastersBefore(),
                g.mastersAfter(),
                change(g.mastersAfter() - g.mastersBefore()),
                change(g.keysAfter() - g.keysBefore())));
    }

    private static String keys(int count) {
        return count == 1 ? "1 key" : String.format(Locale.ROOT, "%,d keys", count);
    }

    private static String change(int by) {
        return by == 0 ? "" : String.format(Locale.ROOT, "%+,d", by);
    }

    private void side(String when, DiffReport.Side side) {
        boolean told = side.rationale().startsWith(side.ruleId());
        line("    %s  %s%s: %s", when, side.group(), told ? "" : " by " + side.ruleId(), side.rationale());
    }

    private void single(DiffReport.Single master) {
        line(
                "  %s  [%s, %s]%s",
                master.master(),
                master.masterId(),
                keys(master.keys()),
                master.group().isEmpty() ? "" : ": " + master.group());
    }

    private <T> void some(String title, List<T> rows, Consumer<T> print) {
        if (rows.isEmpty() || limit == 0) {
            return;
        }
        line("%n%s (%,d)", title, rows.size());
        rows.stream().limit(limit).forEach(print);
        if (rows.size() > limit) {
            line("  ... %,d more: --limit N, --json or --html FILE shows them", rows.size() - limit);
        }
    }

    private void line(String format, Object... args) {
        out.println(String.format(Locale.ROOT, format, args));
    }
}
