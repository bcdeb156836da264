package dev.segmentation.service;

import dev.segmentation.decision.StaleException;
import dev.segmentation.decision.exchange.BatchImport;
import dev.segmentation.decision.exchange.ImportedBatch;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.files.Turn;
import dev.segmentation.table.RowError;
import dev.segmentation.workspace.RunSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where people hand in batches of decisions, look at what they would do, and take them in. */
public final class BatchService implements AutoCloseable {
    /** How many batches may wait to be read. */
    static final int WAITING = 10;

    private final RunSettings settings;
    private final GovernanceStore store;
    private final BatchUploads uploads;
    private final Turn turn = turn();

    /**
     * What an import does, or did.
     *
     * @param batch what it makes of every entry
     * @param notes what people should know beside
     * @param rejected rows of governance files that cannot be used
     */
    public record Outcome(BatchUploadInfo upload, ImportedBatch batch, List<String> notes, List<RowError> rejected) {}

    BatchService(RunSettings settings, Clock clock, GovernanceStore store) {
        this.settings = settings;
        this.store = store;
        this.uploads = new BatchUploads(clock);
    }

    /** One at a time, since all masters are read for each, and no more of them waiting than others can spare. */
    static Turn turn() {
        return new Turn(
                WAITING,
                Duration.ofSeconds(30),
                "Other batches are being read. Nothing was changed; try again in a moment.");
    }

    /** The files that are kept. */
    public BatchUploads uploads() {
        return uploads;
    }

    /** Keeps a file and tells what it would do; one that cannot be read is not kept. */
    public Outcome upload(String name, boolean workbook, byte[] content, Origin author) {
        BatchUploadInfo upload = uploads.keep(name, workbook, content, author.owner());
        try {
            return preview(upload, author);
        } catch (RuntimeException e) {
            uploads.drop(upload.id());
            throw e;
        }
    }

    /**
     * What it would do now.
     *
     * @throws dev.segmentation.files.OutputException if the turn does not come
     */
    public Outcome preview(BatchUploadInfo upload, Origin author) {
        return turn.take(() -> {
            List<String> notes = new ArrayList<>();
            BatchImport batches = new BatchImport(settings, store, notes::add);
            return new Outcome(
                    upload, batches.preview(upload.place(), upload.file(), author), notes, batches.rejected());
        });
    }

    /**
     * Takes it in.
     *
     * @param tags of the previews that somebody agreed to; any will do if there are none
     * @throws StaleException if it would do something else now; nothing was changed
     * @throws dev.segmentation.files.OutputException if the turn does not come; nothing was changed
     */
    public Outcome take(BatchUploadInfo upload, Set<String> tags, Origin author) {
        return turn.take(() -> taken(upload, tags, author));
    }

    private Outcome taken(BatchUploadInfo upload, Set<String> tags, Origin author) {
        List<String> notes = new ArrayList<>();
        BatchImport batches = new BatchImport(settings, store, notes::add);
        ImportedBatch batch = batches.run(upload.place(), upload.file(), author, about -> {
            if (!tags.isEmpty() && !tags.contains(about.tag())) {
                throw new StaleException(
                        "Decisions or masters changed since you looked at this batch. Look at what it would do now, then"
                                + " import it.",
                        Optional.of(about.tag()),
                        new Outcome(upload, about, List.copyOf(notes), batches.rejected()));
            }
        });
        uploads.drop(upload.id());
        return new Outcome(upload, batch, notes, batches.rejected());
    }

    @Override
    public void close() {
        uploads.close();
    }
}
