package dev.segmentation.run;

import dev.segmentation.customer.Progress;
import dev.segmentation.governance.Governance;
import dev.segmentation.name.NameParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a process that lives long keeps of the last run, so that the next one reads no map and takes no name apart that it
 * knows: the masters, and their decisions. Another process may write a run in between, which is seen by the file of the map.
 * Safe for use by many threads.
 */
public final class RunMemory {
    private volatile Known known;

    /** The masters of a map as it stood in a file, and what the run that wrote it made of them. */
    private record Known(Stamp stamp, MasterBase base, String runId, List<ClassifiedMaster> classified) {}

    /** Tells one state of a file from another. */
    private record Stamp(Path file, FileTime time, long size, Object key) {
        static Optional<Stamp> of(Path output) {
            Path file = output.resolve(MasterMap.FILE);
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new Stamp(file, now.lastModifiedTime(), now.size(), now.fileKey()));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    /** The map in that folder, read unless it is the one that is known. */
    MasterMap map(Path output, Supplier<MasterMap> read) {
        Known last = known;
        Optional<Stamp> now = Stamp.of(output);
        if (last != null && now.equals(Optional.of(last.stamp()))) {
            return last.base().map();
        }
        return read.get();
    }

    /** The masters of a map and the decisions about them. */
    MasterBase masters(MasterMap map, Governance governance, NameParser parser, Consumer<String> notes) {
        Known last = known;
        return last != null && last.base().map() == map && last.base().understoodBy(parser)
                ? last.base().decidedBy(governance, notes)
                : MasterBase.of(map, governance, parser, notes);
    }

    /**
     * All masters of the last run of these settings with the decisions about them as they are now.
     *
     * @throws dev.segmentation.csv.TableException if there was no run
     */
    public MasterBase masters(RunSettings settings, NameParser parser, Consumer<String> notes) {
        RunInputs inputs = new RunInputs(settings, Progress.NONE, error -> notes.accept(error.toString()), notes);
        Optional<Stamp> now = Stamp.of(settings.output());
        MasterMap map = map(settings.output(), inputs::map);
        MasterBase base = masters(map, inputs.governance(), parser, notes);
        Known last = known;
        boolean same = last != null && last.base().map() == map;
        now.ifPresent(stamp ->
                known = new Known(stamp, base, same ? last.runId() : "", same ? last.classified() : List.of()));
        return base;
    }

    /**
     * The masters of the last run of these settings, by what people call them.
     *
     * @throws dev.segmentation.csv.TableException if there was no run
     */
    public MasterIndex index(RunSettings settings, NameParser parser) {
        Known last = known;
        boolean current = last != null && Stamp.of(settings.output()).equals(Optional.of(last.stamp()));
        return (current ? last.base() : masters(settings, parser, note -> {})).index();
    }

    /** What the run of that id made of all masters, in order of their canonical names; nothing if it is not known any more. */
    public Optional<List<ClassifiedMaster>> classified(String runId) {
        Known last = known;
        return last != null && last.runId().equals(runId) ? Optional.of(last.classified()) : Optional.empty();
    }

    /** What differs from the last run: from memory where its files are still those that stand there. */
    Changes changes(Path output, MasterMap map, List<ClassifiedMaster> classified) {
        Known last = known;
        boolean remembered = last != null
                && !last.runId().isEmpty()
                && Stamp.of(output).equals(Optional.of(last.stamp()))
                && Files.exists(output.resolve(OutputTables.CUSTOMERS));
        return remembered
                ? Changes.between(last.base().map(), last.classified(), map, classified)
                : Changes.since(output.resolve(OutputTables.CUSTOMERS), map, classified);
    }

    /** Keeps what a run has just written. */
    void keep(Path output, MasterBase base, String runId, List<ClassifiedMaster> classified) {
        known = Stamp.of(output)
                .map(stamp -> new Known(stamp, base, runId, classified))
                .orElse(null);
    }

    /** Reads all anew the next time. */
    void forget() {
        known = null;
    }
}
