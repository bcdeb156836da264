package dev.segmentation.run;

import dev.segmentation.customer.Progress;
import dev.segmentation.decision.file.Governance;
import dev.segmentation.files.FileStamp;
import dev.segmentation.master.MasterDirectory;
import dev.segmentation.name.NameParser;
import dev.segmentation.output.Changes;
import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.output.OutputTables;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.workspace.MasterMap;
import dev.segmentation.workspace.RunInputs;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
     * @param stamps the states of the files, the map first
     * @param profile what they were written for, {@code null} if they were not written here
     */
    private record Known(
            Path output,
            List<Optional<FileStamp>> stamps,
            CsvProfile profile,
            MasterBase base,
            String runId,
            ClassifiedBase classified) {
        boolean stands(Path folder) {
            return output.equals(folder) && stamp(folder, MasterMap.FILE).equals(stamps.get(0));
        }
    }

    private static Optional<FileStamp> stamp(Path output, String file) {
        return FileStamp.of(output.resolve(file));
    }

    private static List<Optional<FileStamp>> stamps(Path output) {
        return Stream.of(MasterMap.FILE, OutputTables.MASTERS, OutputTables.CUSTOMERS)
                .map(file -> stamp(output, file))
                .toList();
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

    MasterMap map(Path output, Supplier<MasterMap> read) {
        return standing(output).map(last -> last.base().map()).orElseGet(read);
    }

    /** Whether the file of the map in that folder is the one that was written here, of that very map and for that profile. */
    boolean wrote(Path output, MasterMap map, CsvProfile profile) {
        return written(output, map, profile).isPresent();
    }

    private Optional<Known> written(Path output, MasterMap map, CsvProfile profile) {
        return standing(output).filter(last -> last.base().map() == map && last.profile() == profile);
    }

    /** What the masters of that map are in the tables that stand in that folder as they were written here for that profile. */
    List<ClassifiedMaster> tables(Path output, MasterMap map, CsvProfile profile) {
        return written(output, map, profile)
                .filter(last -> last.stamps().equals(stamps(output)))
                .map(last -> last.classified().masters())
                .orElse(List.of());
    }

    MasterBase masters(MasterMap map, Governance governance, NameParser parser, Consumer<String> notes) {
        Known last = known;
        if (last != null && last.base().map() == map && last.base().index().parser() == parser) {
            return last.base().decidedBy(governance, notes);
        }
        MasterBase base = MasterBase.of(map, governance, parser, notes);
        return lasting ? base.remembering() : base;
    }

    /**
     * All masters of the last run of these settings with the decisions about them as they are now.
     *
     * @throws dev.segmentation.table.TableException if there was no run
     */
    public MasterBase masters(RunSettings settings, NameParser parser, Consumer<String> notes) {
        RunInputs inputs = new RunInputs(settings, Progress.NONE, error -> notes.accept(error.toString()), notes);
        Known last = known;
        List<Optional<FileStamp>> now = stamps(settings.output());
        MasterMap map = map(settings.output(), inputs::map);
        MasterBase base = masters(map, inputs.governance(), parser, notes);
        boolean same = last != null && last.base().map() == map;
        replace(
                last,
                same
                        ? new Known(
                                settings.output(), last.stamps(), last.profile(), base, last.runId(), last.classified())
                        : new Known(settings.output(), now, null, base, "", ClassifiedBase.NONE));
        return base;
    }

    /** What a run kept meanwhile is newer than what somebody read, and stays. */
    private synchronized void replace(Known seen, Known fresh) {
        if (known == seen) {
            known = fresh;
        }
    }

    /**
     * The masters of the last run of these settings, by what people call them.
     *
     * @throws dev.segmentation.table.TableException if there was no run
     */
    public MasterDirectory index(RunSettings settings, Supplier<NameParser> parser) {
        return standing(settings.output())
                .map(Known::base)
                .orElseGet(() -> masters(settings, parser.get(), note -> {}))
                .index();
    }

    /** What the run of that id made of all masters; nothing if it is not known any more. */
    public Optional<ClassifiedBase> classified(String runId) {
        Known last = known;
        return last != null && last.runId().equals(runId) ? Optional.of(last.classified()) : Optional.empty();
    }

    /** What differs from the last run: from memory where its files are still those that stand there. */
    Changes changes(Path output, MasterMap map, List<ClassifiedMaster> classified) {
        return standing(output)
                .filter(last -> !last.runId().isEmpty() && Files.exists(output.resolve(OutputTables.CUSTOMERS)))
                .map(last ->
                        Changes.between(last.base().map(), last.classified().masters(), map, classified))
                .orElseGet(() -> Changes.since(output.resolve(OutputTables.CUSTOMERS), map, classified));
    }

    synchronized void keep(RunSettings settings, MasterBase base, String runId, ClassifiedBase classified) {
        List<Optional<FileStamp>> written = stamps(settings.output());
        known = lasting && written.get(0).isPresent()
                ? new Known(settings.output(), written, settings.profile(), base, runId, classified)
                : null;
    }

    synchronized void forget() {
        known = null;
    }
}
