package dev.segmentation.run;

import dev.segmentation.csv.CsvProfile;
import dev.segmentation.csv.FileStamp;
import dev.segmentation.customer.Progress;
import dev.segmentation.governance.Governance;
import dev.segmentation.name.NameParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a process that lives long keeps of the last run, so that the next one reads no map, takes no name apart that it knows,
 * fires no rule on grounds that it knows, and writes no map that stands there: the masters, their decisions, and how they were
 * classified. Another process may write a run in between, which is seen by the file of the map. Safe for use by many threads.
 */
public final class RunMemory {
    private final boolean lasting;
    private volatile Known known;

    /**
     * The masters of a map as it stood in a file, and what the run that wrote it made of them.
     *
     * @param profile what the file was written for, {@code null} if it was not written here
     */
    private record Known(
            Path file,
            FileStamp stamp,
            CsvProfile profile,
            MasterBase base,
            String runId,
            List<ClassifiedMaster> classified) {
        boolean stands(Path output) {
            return file.equals(output.resolve(MasterMap.FILE))
                    && FileStamp.of(file).equals(Optional.of(stamp));
        }
    }

    /** A memory of a process that lives on. */
    public RunMemory() {
        this(true);
    }

    private RunMemory(boolean lasting) {
        this.lasting = lasting;
    }

    /** A memory that keeps nothing, for a process that ends with its run. */
    static RunMemory none() {
        return new RunMemory(false);
    }

    private Optional<Known> standing(Path output) {
        return Optional.ofNullable(known).filter(last -> last.stands(output));
    }

    /** The map in that folder, read unless it is the one that is known. */
    MasterMap map(Path output, Supplier<MasterMap> read) {
        return standing(output).map(last -> last.base().map()).orElseGet(read);
    }

    /** Whether the file of the map in that folder is the one that was written here, of that very map and for that profile. */
    boolean wrote(Path output, MasterMap map, CsvProfile profile) {
        return standing(output)
                .filter(last -> last.base().map() == map && last.profile() == profile)
                .isPresent();
    }

    /** The masters of a map and the decisions about them. */
    MasterBase masters(MasterMap map, Governance governance, NameParser parser, Consumer<String> notes) {
        Known last = known;
        if (last != null && last.base().map() == map && last.base().understoodBy(parser)) {
            return last.base().decidedBy(governance, notes);
        }
        MasterBase base = MasterBase.of(map, governance, parser, notes);
        return lasting ? base.remembering() : base;
    }

    /**
     * All masters of the last run of these settings with the decisions about them as they are now.
     *
     * @throws dev.segmentation.csv.TableException if there was no run
     */
    public MasterBase masters(RunSettings settings, NameParser parser, Consumer<String> notes) {
        RunInputs inputs = new RunInputs(settings, Progress.NONE, error -> notes.accept(error.toString()), notes);
        Path file = settings.output().resolve(MasterMap.FILE);
        Optional<FileStamp> now = FileStamp.of(file);
        MasterMap map = map(settings.output(), inputs::map);
        MasterBase base = masters(map, inputs.governance(), parser, notes);
        Known last = known;
        boolean same = last != null && last.base().map() == map;
        now.ifPresent(stamp -> known = same
                ? new Known(file, stamp, last.profile(), base, last.runId(), last.classified())
                : new Known(file, stamp, null, base, "", List.of()));
        return base;
    }

    /**
     * The masters of the last run of these settings, by what people call them.
     *
     * @throws dev.segmentation.csv.TableException if there was no run
     */
    public MasterIndex index(RunSettings settings, NameParser parser) {
        return standing(settings.output())
                .map(Known::base)
                .orElseGet(() -> masters(settings, parser, note -> {}))
                .index();
    }

    /** What the run of that id made of all masters, in order of their canonical names; nothing if it is not known any more. */
    public Optional<List<ClassifiedMaster>> classified(String runId) {
        Known last = known;
        return last != null && last.runId().equals(runId) ? Optional.of(last.classified()) : Optional.empty();
    }

    /** What differs from the last run: from memory where its files are still those that stand there. */
    Changes changes(Path output, MasterMap map, List<ClassifiedMaster> classified) {
        return standing(output)
                .filter(last -> !last.runId().isEmpty() && Files.exists(output.resolve(OutputTables.CUSTOMERS)))
                .map(last -> Changes.between(last.base().map(), last.classified(), map, classified))
                .orElseGet(() -> Changes.since(output.resolve(OutputTables.CUSTOMERS), map, classified));
    }

    /** Keeps what a run has just written. */
    void keep(RunSettings settings, MasterBase base, String runId, List<ClassifiedMaster> classified) {
        Path file = settings.output().resolve(MasterMap.FILE);
        known = FileStamp.of(file)
                .filter(stamp -> lasting)
                .map(stamp -> new Known(file, stamp, settings.profile(), base, runId, classified))
                .orElse(null);
    }

    /** Reads all anew the next time. */
    void forget() {
        known = null;
    }
}
