package dev.segmentation.decision.file;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Host;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.SegmentOverride;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads the governance files of an input folder. Every file may be absent; none is ever written here. */
public final class GovernanceFiles {
    /** Key-level overrides. */
    public static final String MANUAL = "ManualOverrides.csv";
    /** Merge judgements. */
    public static final String MERGES = "MasterMergeOverrides.csv";
    /** Master-level decisions. */
    public static final String SEGMENTS = "MasterSegmentationOverrides.csv";
    /** Official websites. */
    public static final String WEBSITES = "MasterWebsites.csv";
    /** Suggestions that people rejected; no run reads them. */
    public static final String REJECTIONS = "SuggestionRejections.csv";

    private final Path folder;
    private final Charset charset;
    private final SegmentOverrideRow segmentRow;
    private final JudgementFiles judgements;
    private final LegacySegments legacy;
    private final Consumer<RowError> errors;
    private final Consumer<String> notes;

    /** A reader for one folder. */
    public GovernanceFiles(
            Path folder, Charset charset, LegacySegments legacy, Consumer<RowError> errors, Consumer<String> notes) {
        this.folder = folder;
        this.charset = charset;
        this.legacy = legacy;
        this.errors = errors;
        this.notes = notes;
        this.judgements = new JudgementFiles(folder, charset, errors, notes);
        this.segmentRow = new SegmentOverrideRow(legacy, errors);
    }

    /** The files that a run reads: those that it always looks for, and the review lists that people filled in. */
    public static List<Path> of(Path folder) {
        List<Path> files = new ArrayList<>();
        Stream.of(MANUAL, MERGES, SEGMENTS, WEBSITES).forEach(name -> files.add(folder.resolve(name)));
        files.addAll(JudgementFiles.reviews(folder));
        return files;
    }

    /** Reads all files. */
    public Governance read() {
        return new Governance(keyOverrides(), judgements.read(), segmentOverrides(), websites());
    }

    private void read(String name, TableSpec spec, Consumer<Row> rows) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            TableReader.read(file, charset, spec, rows, errors, notes);
        }
    }

    private Map<String, KeyOverride> keyOverrides() {
        Map<String, KeyOverride> overrides = new LinkedHashMap<>();
        TableSpec spec = TableSpec.of("Customer Key").with("Manual Master Name", "Manual Segment", "Notes");
        read(MANUAL, spec, row -> keyOverride(row).ifPresent(override -> {
            KeyOverride former = overrides.put(override.key(), override);
            if (former != null) {
                notes.accept(MANUAL + ":" + former.line() + ": replaced by line " + override.line()
                        + ", which names the same customer key " + override.key() + ".");
            }
        }));
        return overrides;
    }

    private Optional<KeyOverride> keyOverride(Row row) {
        String word = row.get("Manual Segment");
        Optional<Classification> meaning = legacy.meaning(word);
        if (row.get("Customer Key").isEmpty()) {
            errors.accept(row.error("Customer Key", "no customer key", "Fill in the key this row is about."));
        } else if (!word.isEmpty() && meaning.isEmpty()) {
            errors.accept(row.error(
                    "Manual Segment",
                    "neither an industrial group nor a known legacy word",
                    "Use a group of the locked list, or add the word to rules/common/legacy-segments.csv."));
        } else if (word.isEmpty() && row.get("Manual Master Name").isEmpty()) {
            errors.accept(
                    row.error("", "decides nothing", "Give a Manual Master Name or a Manual Segment, or delete it."));
        } else {
            return Optional.of(new KeyOverride(
                    row.get("Customer Key"),
                    row.get("Manual Master Name"),
                    meaning.map(Classification::group).orElse(null),
                    meaning.orElse(Classification.UNKNOWN).support(),
                    word,
                    row.get("Notes"),
                    row.line()));
        }
        return Optional.empty();
    }

    private List<SegmentOverride> segmentOverrides() {
        List<SegmentOverride> overrides = new ArrayList<>();
        read(SEGMENTS, SegmentOverrideRow.SPEC, row -> segmentRow.parse(row).ifPresent(overrides::add));
        return overrides;
    }

    private Map<String, String> websites() {
        Map<String, String> websites = new LinkedHashMap<>();
        read(WEBSITES, TableSpec.of(SegmentColumns.CANONICAL, SegmentColumns.WEBSITE), row -> {
            Optional<String> host = Host.bare(row.get(SegmentColumns.WEBSITE));
            if (row.get(SegmentColumns.CANONICAL).isEmpty() || host.isEmpty()) {
                String column =
                        row.get(SegmentColumns.CANONICAL).isEmpty() ? SegmentColumns.CANONICAL : SegmentColumns.WEBSITE;
                errors.accept(row.error(column, "not a master and its host", "Write a bare host such as example.com."));
            } else {
                String former = websites.put(row.get(SegmentColumns.CANONICAL), host.get());
                if (former != null) {
                    String what = former.equals(host.get()) ? "repeats " : "replaces " + former + " by ";
                    notes.accept(WEBSITES + ":" + row.line() + ": " + what + host.get() + " for "
                            + row.get(SegmentColumns.CANONICAL) + ".");
                }
            }
        });
        return websites;
    }
}
