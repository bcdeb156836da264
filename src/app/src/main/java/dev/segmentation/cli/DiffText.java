package dev.segmentation.cli;

import dev.segmentation.cli.console.Console;
import dev.segmentation.cli.console.TextTable;
import dev.segmentation.compare.DiffReport;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints the difference of two runs for people: numbers first, then the largest changes of each kind. */
final class DiffText {
    private static final int EXAMPLES = 3;
    private final Console console;
    private final int limit;

    DiffText(Console console, int limit) {
        this.console = console;
        this.limit = limit;
    }

    void print(DiffReport report) {
        run("before", report.before());
        run("after ", report.after());
        if (report.same()) {
            console.line("%nNothing changed: every key has the same master, every master the same name and group.");
            return;
        }
        console.line(
                "%nCustomer keys: %,d new, %,d gone, %,d with another master",
                report.keys().added(), report.keys().removed(), report.keys().rehomed());
        console.line(
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
                move -> console.line(
                        "%6d masters, %s: %s -> %s", move.masters(), keys(move.keys()), move.from(), move.to()));
        some("Masters in another group", report.regrouped(), one -> {
            console.line("  %s  [%s, %s]", one.master(), one.masterId(), keys(one.keys()));
            side("before", one.before());
            side("after ", one.after());
        });
        some("Merged into others", report.merged(), one -> part(one, "now"));
        some("Split off", report.split(), one -> part(one, "formerly"));
        some(
                "Renamed",
                report.renamed(),
                one -> console.line(
                        "  %s -> %s  [%s, %s]%s",
                        one.from(),
                        one.to(),
                        one.masterId(),
                        keys(one.keys()),
                        one.formerId().equals(one.masterId()) ? "" : ", its id was " + one.formerId()));
        some(
                "Keys with another master",
                report.rehomed(),
                one -> console.line(
                        "  %s: %s -> %s  (%s)", keys(one.keys().size()), one.from(), one.to(), examples(one.keys())));
        some("New masters", report.fresh(), this::single);
        some("Masters that are gone", report.gone(), this::single);
    }

    private void run(String when, DiffReport.Run run) {
        console.line("%s  %s  %,d masters, %,d keys", when, run.runId(), run.masters(), run.customers());
    }

    private void groups(List<DiffReport.GroupCount> groups) {
        if (groups.isEmpty()) {
            return;
        }
        console.say("");
        TextTable table =
                console.table("%-30s %,9d %,9d %8s %10s", "Masters by group", "before", "after", "change", "keys");
        groups.forEach(group -> table.row(
                group.group(),
                group.mastersBefore(),
                group.mastersAfter(),
                change(group.mastersAfter() - group.mastersBefore()),
                change(group.keysAfter() - group.keysBefore())));
    }

    private static String keys(int count) {
        return count == 1 ? "1 key" : String.format(Locale.ROOT, "%,d keys", count);
    }

    private static String change(int by) {
        return by == 0 ? "" : String.format(Locale.ROOT, "%+,d", by);
    }

    private static String examples(List<DiffReport.Key> keys) {
        return keys.stream().limit(EXAMPLES).map(DiffReport.Key::key).collect(Collectors.joining(", "))
                + (keys.size() > EXAMPLES ? ", ..." : "");
    }

    private void side(String when, DiffReport.Side side) {
        boolean named = side.rationale().startsWith(side.ruleId());
        console.line("    %s  %s%s: %s", when, side.group(), named ? "" : " by " + side.ruleId(), side.rationale());
    }

    private void part(DiffReport.Successor one, String when) {
        console.line(
                "  %s  [%s]: %s %s in %s  [%s]",
                one.master(), one.masterId(), keys(one.keys()), when, one.other(), one.otherId());
    }

    private void single(DiffReport.Single master) {
        console.line(
                "  %s  [%s, %s]%s",
                master.master(),
                master.masterId(),
                keys(master.keys()),
                master.group().isEmpty() ? "" : ": " + master.group());
    }

    private <T> void some(String title, List<T> rows, Consumer<T> print) {
        if (!rows.isEmpty() && limit > 0) {
            console.line("%n%s (%,d)", title, rows.size());
            console.some(rows, limit, print, "  ... %,d more: --limit N, --json or --html FILE shows them");
        }
    }
}
