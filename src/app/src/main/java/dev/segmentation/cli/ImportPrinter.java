package dev.segmentation.cli;

import dev.segmentation.customer.Status;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.exchange.ImportedBatch;
import dev.segmentation.decision.exchange.ImportedEntry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Prints what an import made of a batch: every name is counted, and what deserves a look is listed by its line. */
final class ImportPrinter {
    private static final int SHOWN = 15;

    private final PrintWriter out;
    private final ChangeOptions change;
    private final boolean everything;

    /**
     * A printer.
     *
     * @param change says what became of the change
     * @param everything whether every change is listed, and no list is cut short
     */
    ImportPrinter(PrintWriter out, ChangeOptions change, boolean everything) {
        this.out = out;
        this.change = change;
        this.everything = everything;
    }

    void print(ImportedBatch imported) {
        Map<BatchEntry.Outcome, Integer> counts = imported.outcomes();
        int names = imported.entries().size();
        line("%n%s: %,d %s", imported.batch().file(), names, names == 1 ? "name" : "names");
        line(
                "  %,d decided, %,d queued, %,d duplicate, %,d not understood%s",
                counts.get(BatchEntry.Outcome.DECIDED),
                counts.get(BatchEntry.Outcome.QUEUED),
                counts.get(BatchEntry.Outcome.DUPLICATE),
                counts.get(BatchEntry.Outcome.NOT_UNDERSTOOD),
                counts.get(BatchEntry.Outcome.OPEN) == 0
                        ? ""
                        : String.format(Locale.ROOT, ", %,d left open", counts.get(BatchEntry.Outcome.OPEN)));
        line(
                "  %,d new, %,d changed, %,d unchanged%s",
                imported.changes(ImportedEntry.Change.ADDED),
                imported.changes(ImportedEntry.Change.CHANGED),
                imported.changes(ImportedEntry.Change.SAME),
                change.behind(imported.transaction()));
        if (everything) {
            list(imported, "Changes", this::changes, this::change);
        }
        list(
                imported,
                "Replaced decisions",
                one -> !one.replaces().isEmpty(),
                one -> one.master() + ": " + decision(one) + " instead of " + one.replaces());
        list(
                imported,
                "Outranked by decisions made by hand",
                one -> !one.outranked().isEmpty(),
                one -> one.master() + ": " + one.outranked() + " counts");
        list(
                imported,
                "No present master",
                this::unmatched,
                one -> one.entry().name()
                        + (one.nearest().isEmpty() ? "" : "; nearest: " + String.join(", ", one.nearest())));
        list(
                imported,
                "Taken for a master of another spelling",
                ImportedEntry::guessed,
                one -> String.format(
                        Locale.ROOT,
                        "%s is %s (%.2f), found %s",
                        one.entry().name(),
                        one.master(),
                        one.score(),
                        one.how()));
        list(imported, "Duplicates", one -> one.outcome() == BatchEntry.Outcome.DUPLICATE, this::remarked);
        list(imported, "Not understood", one -> one.outcome() == BatchEntry.Outcome.NOT_UNDERSTOOD, this::remarked);
        list(
                imported,
                "Odd",
                one -> one.change() != ImportedEntry.Change.NONE
                        && !one.remarks().isEmpty(),
                this::remarked);
        if (!imported.gone().isEmpty()) {
            line("  No longer in the file, and kept: %s", shortened(imported.gone()));
        }
        imported.batch()
                .notes()
                .forEach(note -> line("  %s: %s", imported.batch().file(), note));
    }

    private boolean changes(ImportedEntry one) {
        return one.change() == ImportedEntry.Change.ADDED || one.change() == ImportedEntry.Change.CHANGED;
    }

    private boolean unmatched(ImportedEntry one) {
        return one.change() != ImportedEntry.Change.NONE && one.masterId().isEmpty();
    }

    private String change(ImportedEntry one) {
        return (one.change() == ImportedEntry.Change.ADDED ? "+ " : "~ ") + one.master() + ": " + decision(one);
    }

    private static String decision(ImportedEntry one) {
        BatchEntry entry = one.entry();
        return entry.classification().group().label()
                + (entry.classification().detail().isEmpty()
                        ? ""
                        : ", " + entry.classification().detail())
                + (entry.classification().naics().isEmpty()
                        ? ""
                        : ", NAICS " + entry.classification().naics())
                + (entry.status() == Status.FINAL ? "" : " (" + entry.status().label() + ")");
    }

    private String remarked(ImportedEntry one) {
        String name = one.entry().name();
        return (name.length() > 60 ? name.substring(0, 59) + "…" : name) + ": " + String.join("; ", one.remarks());
    }

    private void list(
            ImportedBatch imported,
            String title,
            Predicate<ImportedEntry> wanted,
            Function<ImportedEntry, String> told) {
        List<ImportedEntry> found = imported.entries().stream().filter(wanted).toList();
        if (found.isEmpty()) {
            return;
        }
        line("  %s: %,d", title, found.size());
        found.stream()
                .limit(everything ? Integer.MAX_VALUE : SHOWN)
                .forEach(one -> line(
                        "    %s:%d: %s", imported.batch().file(), one.entry().line(), told.apply(one)));
        if (!everything && found.size() > SHOWN) {
            line("    … and %,d more (--verbose lists them)", found.size() - SHOWN);
        }
    }

    private static String shortened(List<String> names) {
        String text = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() > SHOWN ? text + " … and " + (names.size() - SHOWN) + " more" : text;
    }

    private void line(String format, Object... args) {
        out.println(Console.plain(String.format(Locale.ROOT, format, args)));
    }
}
