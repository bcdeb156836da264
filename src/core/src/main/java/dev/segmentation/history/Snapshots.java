package dev.segmentation.history;

import dev.segmentation.files.StagedFiles;
import dev.segmentation.output.Background;
import dev.segmentation.output.OutputTables;
import dev.segmentation.output.RunReport;
import dev.segmentation.output.Worklist;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunScope;
import dev.segmentation.workspace.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs that are kept in {@code runs/} of an output folder, each in a folder named after its id. */
public final class Snapshots {
    /** How many are kept by default. */
    public static final int KEPT = 12;

    static final String FOLDER = StagedFiles.RUNS;
    static final String UNPLACED = StagedFiles.UNPLACED;

    private static final List<String> DELIVERABLES = List.of(
            OutputTables.CUSTOMERS,
            OutputTables.MASTERS,
            MasterMap.FILE,
            OutputTables.LOG,
            Worklist.FILE,
            OutputTables.REJECTED,
            Manifest.FILE);

    private final Path output;
    private final Path runs;

    /** Those of that output folder. */
    public Snapshots(Path output) {
        this.output = output;
        this.runs = output.resolve(FOLDER);
    }

    /**
     * Stages the snapshot of a run whose files are all staged, but for those that stand in the output folder already. Copies,
     * for a link would follow an edit of the output; one that cannot be made costs the snapshot alone.
     */
    public void stage(
            StagedFiles staged,
            Set<String> standing,
            RunSettings settings,
            RunScope scope,
            RunReport report,
            Consumer<String> notes)
            throws IOException {
        staged.keepAs(report.runId());
        if (settings.keepRuns() == 0) {
            return;
        }
        try (Background copies = new Background()) {
            RunHistory.writeSummary(staged.kept(RunHistory.SUMMARY), settings.profile(), scope, report);
            for (String name : DELIVERABLES) {
                Path file = standing.contains(name) ? output.resolve(name) : staged.file(name);
                if (Files.exists(file)) {
                    copies.start(() -> StagedFiles.copy(file, staged.kept(name)));
                }
            }
            copies.await();
        } catch (IOException | UncheckedIOException e) {
            Files.deleteIfExists(staged.kept(RunHistory.SUMMARY));
            for (String name : DELIVERABLES) {
                Files.deleteIfExists(staged.kept(name));
            }
            notes.accept("The run is not kept in " + runs + " (" + e + ").");
        }
    }

    /**
     * The id of a run that begins at that time, which must be whole seconds: the time in UTC without punctuation, and
     * {@code -2}, {@code -3} and so on for more runs within one second. The caller holds the lock of the output folder.
     */
    public String freeId(Instant time) {
        String stamp = time.toString().replaceAll("[-:]", "");
        Set<String> known = new HashSet<>();
        RunHistory.read(output.resolve(RunHistory.FILE), note -> {}).forEach(row -> known.add(row.get(0)));
        String id = stamp;
        for (int n = 2; known.contains(id) || Files.exists(runs.resolve(id)) || Files.exists(unplaced(id)); n++) {
            id = stamp + "-" + n;
        }
        return id;
    }

    private Path unplaced(String id) {
        return runs.resolve(id + UNPLACED);
    }

    /** The id of the run whose files stand in the output folder; blank if there is none. */
    public String placed() {
        try {
            return Manifest.read(output.resolve(Manifest.FILE)).run();
        } catch (IOException e) {
            return "";
        }
    }

    /** All of them, the oldest first; what is none of ours is not among them. */
    public List<Snapshot> list() {
        List<Snapshot> all = new ArrayList<>();
        if (Files.isDirectory(runs)) {
            try (Stream<Path> entries = Files.list(runs)) {
                entries.filter(Snapshots::ours).forEach(entry -> all.add(of(entry)));
            } catch (IOException e) {
                throw new TableException(runs + " cannot be read (" + e + "). Maybe this user may not read it.", e);
            }
        }
        all.sort(Snapshot.ORDER);
        return all;
    }

    private static Snapshot of(Path folder) {
        String name = folder.getFileName().toString();
        boolean placed = !name.endsWith(UNPLACED);
        return new Snapshot(folder, placed ? name : name.substring(0, name.length() - UNPLACED.length()), placed);
    }

    /** Whether it has the name of a run, and a manifest in it says the same. */
    private static boolean ours(Path entry) {
        if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                || !Snapshot.NAME.matcher(entry.getFileName().toString()).matches()) {
            return false;
        }
        try {
            return Manifest.read(entry.resolve(Manifest.FILE))
                    .run()
                    .equals(of(entry).runId());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The run that people mean.
     *
     * @param name a run id, the name of a folder in {@code runs/}, {@code last} or {@code previous} among the runs that
     *     classified and whose files were committed, or the path of a folder that holds the tables of a run
     * @throws TableException if there is none; the message says which there are
     */
    public Snapshot find(String name) {
        List<Snapshot> all = list();
        List<Snapshot> classified =
                all.stream().filter(s -> s.placed() && s.classified()).toList();
        int back = name.equals("last") ? 1 : name.equals("previous") ? 2 : 0;
        if (back > 0 && classified.size() >= back) {
            return classified.get(classified.size() - back);
        }
        Optional<Snapshot> named =
                all.stream().filter(one -> name.equals(one.name())).findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        if (back == 0 && !name.isBlank() && Files.isRegularFile(Path.of(name).resolve(MasterMap.FILE))) {
            Path folder = Path.of(name).toAbsolutePath().normalize();
            return new Snapshot(folder, folder.getFileName().toString(), true);
        }
        throw new TableException(missing(name, back, all));
    }

    /** The run of that id, if it is kept and its files were committed. Never a folder that is none of ours. */
    public Optional<Snapshot> kept(String runId) {
        return Snapshot.NAME.matcher(runId).matches() && ours(runs.resolve(runId))
                ? Optional.of(of(runs.resolve(runId))).filter(Snapshot::placed)
                : Optional.empty();
    }

    private String missing(String name, int back, List<Snapshot> all) {
        String there = all.isEmpty()
                ? runs + " holds no run."
                : "In " + runs + " are " + all.stream().map(Snapshot::name).collect(Collectors.joining(", ")) + ".";
        return (back > 0 ? "There is no " + name + " run that classified. " : "There is no run " + name + ". ") + there
                + " Each run and each classify keeps one, unless --keep-runs is 0; name another --output, or the path"
                + " of a folder that holds the tables of a run.";
    }

    /** Removes the oldest until so many are left, but never the one just made. */
    public void prune(int keep, String justMade, Consumer<String> notes) {
        try {
            List<Snapshot> all = new ArrayList<>(list());
            all.removeIf(s -> s.placed() && s.runId().equals(justMade) && keep > 0);
            int surplus = all.size() - Math.max(0, keep - 1);
            List<Path> unwanted = new ArrayList<>();
            for (Snapshot old : all.subList(0, Math.max(0, surplus))) {
                Optional<String> foreign = foreign(old.folder());
                if (foreign.isEmpty()) {
                    unwanted.add(old.folder());
                } else {
                    notes.accept(old.folder() + " is older than the " + keep + " runs to keep, and stays because "
                            + foreign.get() + " in it is none of its files.");
                }
            }
            StagedFiles.discard(output, unwanted);
        } catch (IOException | TableException e) {
            notes.accept("Old runs in " + runs + " were not removed (" + e.getMessage() + ").");
        }
    }

    private static Optional<String> foreign(Path snapshot) throws IOException {
        Set<String> known = new HashSet<>(
                Manifest.read(snapshot.resolve(Manifest.FILE)).outputs().keySet());
        known.addAll(List.of(Manifest.FILE, RunHistory.SUMMARY));
        try (Stream<Path> entries = Files.list(snapshot)) {
            return entries.filter(entry -> !known.contains(entry.getFileName().toString())
                            || Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .map(entry -> entry.getFileName().toString())
                    .findFirst();
        }
    }
}
