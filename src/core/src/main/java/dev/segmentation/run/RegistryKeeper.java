package dev.segmentation.run;

import dev.segmentation.decision.journal.DecisionJournal;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.dedupe.registry.MasterRegistry;
import dev.segmentation.dedupe.registry.RegistryUpdate;
import dev.segmentation.files.Fingerprint;
import dev.segmentation.files.FolderLock;
import dev.segmentation.files.OutputException;
import dev.segmentation.files.StagedFiles;
import dev.segmentation.master.MasterHistory;
import dev.segmentation.workspace.RunSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the registry of an input folder and puts the next one in its place together with the outputs. From one to the
 * other it holds the lock of the input folder, so that two runs never make ids from the same registry.
 */
final class RegistryKeeper implements Closeable {
    /** A change of a decision takes a moment; another run takes longer than anybody wants to wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RunSettings settings;
    private final Consumer<String> notes;
    private final boolean sameFolder;
    private final Optional<FolderLock> lock;
    private final Path file;
    private final String fingerprint;
    private final MasterRegistry registry;

    /** Takes the lock, unless the input folder is the output folder, whose lock the run holds already. */
    RegistryKeeper(RunSettings settings, Instant now, Consumer<String> notes) throws IOException {
        this.settings = settings;
        this.notes = notes;
        this.file = settings.input().resolve(MasterRegistry.FILE);
        this.sameFolder = Files.isDirectory(settings.input()) && Files.isSameFile(settings.input(), settings.output());
        this.lock = sameFolder ? Optional.empty() : FolderLock.takeIfWritable(settings.input(), now, PATIENCE);
        try {
            completeDecisions(now);
            this.fingerprint = Fingerprint.of(file);
            this.registry = Files.exists(file) ? MasterRegistry.read(file, notes) : MasterRegistry.EMPTY;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Completes a change of decisions that was cut off, so that the run reads what counts. */
    private void completeDecisions(Instant now) {
        boolean changed = Files.exists(settings.input().resolve(DecisionJournal.FILE));
        if (!changed || lock.isEmpty() && !sameFolder) {
            return;
        }
        try {
            Clock clock = Clock.fixed(now, ZoneOffset.UTC);
            new GovernanceStore(settings.input(), settings.charset(), clock)
                    .recoverHoldingLock()
                    .forEach(notes);
        } catch (OutputException e) {
            notes.accept(e.getMessage());
        }
    }

    MasterRegistry registry() {
        return registry;
    }

    /** Stages the next registry and the history of masters, which belong together. */
    void stage(RegistryUpdate update, String runId, Instant time, StagedFiles staged) throws IOException {
        if (update.next() == registry) {
            notes.accept("The list holds no customers; " + MasterRegistry.FILE + " was left as it is.");
            return;
        }
        if (lock.isEmpty() && !sameFolder) {
            notes.accept(settings.input() + " cannot be written, so master ids were not kept. Make it writable, or the"
                    + " next run may give new masters other ids.");
            return;
        }
        tellOddities(update);
        if (!update.events().isEmpty()) {
            Path backup = settings.input().resolve(MasterRegistry.BACKUP);
            Path copy = staged.file(settings.input(), MasterRegistry.BACKUP, Fingerprint.of(backup));
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        update.next().write(staged.file(settings.input(), MasterRegistry.FILE, fingerprint));
        MasterHistory.stage(settings, staged, runId, time, update.events(), notes);
    }

    private void tellOddities(RegistryUpdate update) {
        if (!Files.exists(file) && Files.exists(settings.output().resolve(MasterHistory.FILE))) {
            notes.accept(file + " is not there any more, so master ids were made from names anew. Put back a copy of it"
                    + " and run again to have the former ids.");
        }
        if (update.lost() * 2 > update.former()) {
            notes.accept(update.lost() + " of the " + update.former() + " masters of the last run are not in this list."
                    + " If it is another list, give it an --input folder of its own, and put " + MasterRegistry.BACKUP
                    + " in the place of " + MasterRegistry.FILE + ".");
        }
    }

    @Override
    public void close() throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
        }
    }
}
