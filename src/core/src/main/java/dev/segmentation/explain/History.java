package dev.segmentation.explain;

import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.decision.file.Change;
import dev.segmentation.decision.journal.DecisionJournal;
import dev.segmentation.decision.journal.Transaction;
import dev.segmentation.master.MasterDirectory;
import dev.segmentation.name.NameParser;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Who decided what and when, by the journal of decisions and the history of masters. */
public final class History {
    private static final List<String> NAMES =
            List.of("Master Customer Name Canonical", "Alias Canonical", "Master Canonical", "Manual Master Name");
    private static final String EVENTS = "MasterHistory.csv";
    private static final TableSpec SPEC = TableSpec.of("Run Id", "Time", "Master Id", "Event", "From", "To");

    private final RunSettings settings;
    private final List<Transaction> transactions;
    private final Consumer<String> notes;
    private Map<String, List<HistoryEntry>> events;

    /**
     * Reads the journal of the input folder.
     *
     * @throws TableException if there is no such folder, or the journal cannot be read
     */
    public History(RunSettings settings, Consumer<String> notes) {
        if (!Files.isDirectory(settings.input())) {
            throw new TableException(settings.input() + " is no folder. It holds the decisions of people. Maybe --input"
                    + " names the wrong one, or the command runs elsewhere.");
        }
        this.settings = settings;
        this.notes = notes;
        this.transactions = new DecisionJournal(settings.input()).read(notes);
    }

    /** The last transactions, the newest last. */
    public List<HistoryEntry> last(int count) {
        return transactions.subList(Math.max(0, transactions.size() - count), transactions.size()).stream()
                .map(transaction -> HistoryEntry.of(transaction, transaction.changes()))
                .toList();
    }

    /** The transaction of that id, or the one of a change of that id with that change alone. */
    public Optional<HistoryEntry> transaction(String id) {
        String wanted = id.strip().toUpperCase(Locale.ROOT);
        for (Transaction transaction : transactions) {
            List<Change> changes = transaction.id().equals(wanted)
                    ? transaction.changes()
                    : transaction.changes().stream()
                            .filter(change -> change.id().equals(wanted))
                            .toList();
            if (!changes.isEmpty() || transaction.id().equals(wanted)) {
                return Optional.of(HistoryEntry.of(transaction, changes));
            }
        }
        return Optional.empty();
    }

    /** What happened to a master, by its id, its canonical name, any spelling of it, or one of its customer keys. */
    public MasterStory about(String name) {
        NameParser parser = new NameParser(RuleCatalog.names(settings.rules()));
        return about(name, parser, MasterDirectory.load(settings, parser, notes));
    }

    /** What happened to a master, for those who know the masters of the last run; not for several threads at once. */
    public MasterStory about(String name, NameParser parser, Optional<MasterDirectory> finder) {
        Optional<MasterCustomer> master =
                finder.flatMap(found -> found.called(name).or(() -> found.ofCustomer(name.strip())));
        Predicate<Change> about = about(name.strip(), parser, finder, master);
        List<HistoryEntry> entries = new ArrayList<>();
        for (Transaction transaction : transactions) {
            List<Change> changes = transaction.changes().stream().filter(about).toList();
            if (!changes.isEmpty()) {
                entries.add(HistoryEntry.of(transaction, changes));
            }
        }
        String id = master.map(MasterCustomer::id).orElse(name.strip().toUpperCase(Locale.ROOT));
        entries.addAll(events().getOrDefault(id, List.of()));
        entries.sort(Comparator.comparing(entry -> entry.time().replace("Z", "")));
        return new MasterStory(
                master.map(MasterCustomer::canonical).orElse(name),
                master.map(MasterCustomer::id).orElse(""),
                entries);
    }

    /** Tells which changes are about a master; without a run that knows it, by the names alone. */
    private static Predicate<Change> about(
            String wanted, NameParser parser, Optional<MasterDirectory> finder, Optional<MasterCustomer> master) {
        String id = master.map(MasterCustomer::id).orElse(wanted);
        String nameKey = parser.parse(wanted).key();
        Predicate<String> named = name -> master.isPresent()
                ? finder.flatMap(found -> found.called(name))
                        .filter(found -> found.id().equals(id))
                        .isPresent()
                : name.equalsIgnoreCase(wanted)
                        || !nameKey.isEmpty() && parser.parse(name).key().equals(nameKey);
        Predicate<String> keyed = key -> key.equals(wanted)
                || master.isPresent()
                        && finder.flatMap(found -> found.ofCustomer(key)).equals(master);
        Map<String, Boolean> known = new HashMap<>();
        Predicate<Map<String, String>> concerns =
                cells -> cell(cells, "Master Id").filter(id::equals).isPresent()
                        || cell(cells, "Customer Key").filter(keyed).isPresent()
                        || NAMES.stream()
                                .flatMap(column -> cell(cells, column).stream())
                                .anyMatch(name -> known.computeIfAbsent(name, named::test));
        return change -> concerns.test(change.before()) || concerns.test(change.after());
    }

    private static Optional<String> cell(Map<String, String> cells, String column) {
        return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
    }

    /** What runs did, by the ids of all masters concerned; read when somebody first asks. */
    private Map<String, List<HistoryEntry>> events() {
        if (events == null) {
            events = new HashMap<>();
            Path file = settings.output().resolve(EVENTS);
            if (Files.exists(file)) {
                TableReader.readOwn(
                        file, SPEC.with("Keys"), this::event, error -> notes.accept(error.toString()), notes);
            }
        }
        return events;
    }

    private void event(Row row) {
        HistoryEntry entry =
                new HistoryEntry(row.get("Time"), row.get("Run Id"), "", "", "run", "", sentence(row), List.of());
        Set<String> ids = new LinkedHashSet<>(List.of(row.get("Master Id")));
        for (String side : List.of(row.get("From"), row.get("To"))) {
            int end = side.indexOf(' ');
            if (end > 0) {
                ids.add(side.substring(0, end));
            }
        }
        ids.forEach(id -> events.computeIfAbsent(id, none -> new ArrayList<>(1)).add(entry));
    }

    private static String sentence(Row row) {
        String from = row.get("From");
        String to = row.get("To");
        return "master " + row.get("Master Id") + " " + row.get("Event") + ": " + from
                + (from.isEmpty() || to.isEmpty() ? "" : " → ") + to;
    }
}
