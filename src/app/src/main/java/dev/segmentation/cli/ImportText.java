package dev.segmentation.cli;

import dev.segmentation.cli.console.Console;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Status;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.decision.batch.BatchEntry.Outcome;
import dev.segmentation.decision.exchange.ImportedBatch;
import dev.segmentation.decision.exchange.ImportedEntry;
import dev.segmentation.decision.exchange.ImportedEntry.Change;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Prints what an import made of a batch: every name is counted, and what deserves a look is listed by its line. */
final class ImportText {
    private static final int SHOWN = 15;
    private static final int LONGEST = 60;
    private final Console console;
    private final ImportedBatch imported;
    private final boolean everything;

    /** @param everything whether every change is listed, and no list is cut short */
    ImportText(Console console, ImportedBatch imported, boolean everything) {
        this.console = console;
        this.imported = imported;
        this.everything = everything;
    }

    /** @param behind what became of the change */
    void print(String behind) {
        counts(behind);
        if (everything) {
            list(
                    "Changes",
                    one -> one.change() == Change.ADDED || one.change() == Change.CHANGED,
                    one -> (one.change() == Change.ADDED ? "+ " : "~ ") + one.master() + ": " + decision(one.entry()));
        }
        list(
                "Replaced decisions",
                one -> !one.replaces().isEmpty(),
                one -> one.master() + ": " + decision(one.entry()) + " instead of " + one.replaces());
        list(
                "Outranked by decisions made by hand",
                one -> !one.outranked().isEmpty(),
                one -> one.master() + ": " + one.outranked() + " counts");
        list(
                "No present master",
                one -> one.change() != Change.NONE && one.masterId().isEmpty(),
                one -> one.entry().name()
                        + (one.nearest().isEmpty() ? "" : "; nearest: " + String.join(", ", one.nearest())));
        list(
                "Taken for a master of another spelling",
                ImportedEntry::guessed,
                one -> String.format(
                        Locale.ROOT,
                        "%s is %s (%.2f), found %s",
                        one.entry().name(),
                        one.master(),
                        one.score(),
                        one.how()));
        list("Duplicates", one -> one.outcome() == Outcome.DUPLICATE, ImportText::remarked);
        list("Not understood", one -> one.outcome() == Outcome.NOT_UNDERSTOOD, ImportText::remarked);
        list("Odd", one -> one.change() != Change.NONE && !one.remarks().isEmpty(), ImportText::remarked);
        if (!imported.gone().isEmpty()) {
            line("  No longer in the file, and kept: %s", shortened(imported.gone()));
        }
        imported.batch()
                .notes()
                .forEach(note -> line("  %s: %s", imported.batch().file(), note));
    }

    private void counts(String behind) {
        Map<Outcome, Integer> counts = imported.outcomes();
        int names = imported.entries().size();
        line("%n%s: %,d %s", imported.batch().file(), names, names == 1 ? "name" : "names");
        int open = counts.get(Outcome.OPEN);
        line(
                "  %,d decided, %,d queued, %,d duplicate, %,d not understood%s",
                counts.get(Outcome.DECIDED),
                counts.get(Outcome.QUEUED),
                counts.get(Outcome.DUPLICATE),
                counts.get(Outcome.NOT_UNDERSTOOD),
                open == 0 ? "" : String.format(Locale.ROOT, ", %,d left open", open));
        line(
                "  %,d new, %,d changed, %,d unchanged%s",
                imported.changes(Change.ADDED),
                imported.changes(Change.CHANGED),
                imported.changes(Change.SAME),
                behind);
    }

    private static String decision(BatchEntry entry) {
        Classification is = entry.classification();
        return is.group().label()
                + (is.detail().isEmpty() ? "" : ", " + is.detail())
                + (is.naics().isEmpty() ? "" : ", NAICS " + is.naics())
                + (entry.status() == Status.FINAL ? "" : " (" + entry.status().label() + ")");
    }

    private static String remarked(ImportedEntry one) {
        String name = one.entry().name();
        return (name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name) + ": "
                + String.join("; ", one.remarks());
    }

    private void list(String title, Predicate<ImportedEntry> wanted, Function<ImportedEntry, String> text) {
        List<ImportedEntry> found = imported.entries().stream().filter(wanted).toList();
        if (!found.isEmpty()) {
            line("  %s: %,d", title, found.size());
            console.some(
                    found,
                    everything ? Integer.MAX_VALUE : SHOWN,
                    one -> line(
                            "    %s:%d: %s",
                            imported.batch().file(), one.entry().line(), text.apply(one)),
                    "    … and %,d more (--verbose lists them)");
        }
    }

    private static String shortened(List<String> names) {
        String text = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() > SHOWN ? text + " … and " + (names.size() - SHOWN) + " more" : text;
    }

    private void line(String format, Object... args) {
        console.say(Console.plain(String.format(Locale.ROOT, format, args)));
    }
}
