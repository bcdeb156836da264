package dev.segmentation.service.rules;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.segmentation.files.FileSteps;
import dev.segmentation.files.OutputException;
import dev.segmentation.rules.publish.NewContent;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.service.DraftPreview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps change sets, each in a folder named after its id: what it is, the new contents, its preview. */
final class RuleDraftStore {
    private static final Pattern ID = Pattern.compile("C[0-9a-f]{12}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String DRAFT = "draft.json";
    private static final String PREVIEW = "preview.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path folder;
    private final FileSteps steps;
    private final Map<String, RuleDraft> drafts = new ConcurrentHashMap<>();
    private final Map<String, DraftPreview> previews = new ConcurrentHashMap<>();

    /**
     * Reads what is there. What was dropped, or was never whole, when a kill came is cleared away; what cannot be read stays
     * where it is and is no draft.
     */
    RuleDraftStore(Path folder, FileSteps steps) {
        this.folder = folder;
        this.steps = steps;
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> ID.matcher(entry.getFileName().toString()).matches())
                    .toList()
                    .forEach(this::load);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void load(Path entry) {
        String id = entry.getFileName().toString();
        try {
            if (!Files.exists(entry.resolve(DRAFT))) {
                steps.deleteTree(entry);
                return;
            }
            RuleDraft draft = JSON.readValue(Files.readAllBytes(entry.resolve(DRAFT)), RuleDraft.class);
            check(id, draft);
            drafts.put(id, draft);
            Path preview = entry.resolve(PREVIEW);
            if (Files.exists(preview)) {
                previews.put(id, JSON.readValue(Files.readAllBytes(preview), DraftPreview.class));
            }
        } catch (IOException | UncheckedIOException | OutputException e) {
            System.getLogger(RuleDraftStore.class.getName())
                    .log(System.Logger.Level.WARNING, entry + " cannot be read whole: " + e);
        }
    }

    /** Nobody but this program writes here; what it did not write must not lead anywhere. */
    private void check(String id, RuleDraft draft) throws IOException {
        if (!id.equals(draft.id())) {
            throw new IOException("it says that it is " + draft.id());
        }
        for (RuleDraft.Edit edit : draft.files()) {
            boolean hashed = edit.removes() || HASH.matcher(edit.hash()).matches();
            if (!hashed || !NewContent.fits(edit.path())) {
                throw new IOException("it changes " + edit.path() + ", which is no file of the rules");
            }
            content(draft, edit);
        }
    }

    List<RuleDraft> all() {
        return drafts.values().stream()
                .sorted(Comparator.comparing(RuleDraft::created).reversed().thenComparing(RuleDraft::id))
                .toList();
    }

    Optional<RuleDraft> find(String id) {
        return Optional.ofNullable(drafts.get(id));
    }

    /** The preview of a draft as it is, {@code null} if there is none. */
    DraftPreview preview(RuleDraft draft) {
        DraftPreview preview = previews.get(draft.id());
        return preview == null || !preview.content().equals(draft.contentHash()) ? null : preview;
    }

    void put(RuleDraft draft, Map<String, byte[]> contents) {
        try {
            Path own = folder.resolve(draft.id());
            steps.makeFolder(own);
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                steps.write(own.resolve(content.getKey()), content.getValue());
            }
            write(own.resolve(DRAFT), draft);
            RuleDraft former = drafts.put(draft.id(), draft);
            if (former != null) {
                forget(former, draft, own);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void forget(RuleDraft former, RuleDraft draft, Path own) throws IOException {
        for (RuleDraft.Edit edit : former.files()) {
            if (draft.files().stream().noneMatch(one -> one.hash().equals(edit.hash()))) {
                steps.delete(own.resolve(edit.hash()));
            }
        }
    }

    void put(String id, DraftPreview preview) {
        try {
            write(folder.resolve(id).resolve(PREVIEW), preview);
            previews.put(id, preview);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void write(Path file, Object value) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        steps.write(beside, JSON.writeValueAsBytes(value));
        steps.rename(beside, file);
        steps.force(file.getParent());
    }

    /** The new content of a file, empty if it is to go. */
    byte[] content(RuleDraft draft, RuleDraft.Edit edit) {
        if (edit.removes()) {
            return new byte[0];
        }
        try {
            byte[] content = Files.readAllBytes(folder.resolve(draft.id()).resolve(edit.hash()));
            if (!RuleFileSet.hash(content).equals(edit.hash())) {
                throw new IOException("the content of " + edit.path() + " is damaged");
            }
            return content;
        } catch (NoSuchFileException e) {
            if (drafts.get(draft.id()) != draft && drafts.containsKey(draft.id())) {
                throw RulesRefusal.changed("The change set was edited meanwhile. Read it again.");
            }
            throw failure(e);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    List<NewContent> contents(RuleDraft draft) {
        return draft.files().stream()
                .map(edit -> edit.removes()
                        ? NewContent.gone(edit.path(), edit.former())
                        : NewContent.of(edit.path(), edit.former(), content(draft, edit)))
                .toList();
    }

    /** Without its first file it is no draft any more. */
    void drop(String id) {
        try {
            steps.delete(folder.resolve(id).resolve(DRAFT));
            drafts.remove(id);
            previews.remove(id);
            steps.deleteTree(folder.resolve(id));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private OutputException failure(IOException e) {
        return new OutputException(
                "Drafts of rules cannot be kept in " + folder + " (" + e + "). Maybe the disk is full.", e);
    }
}
