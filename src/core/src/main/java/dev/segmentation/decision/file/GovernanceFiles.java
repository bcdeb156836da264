package dev.segmentation.decision.file;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Host;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
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

    private static final String LOCKED = "Use a name of the locked list; see the analyst guide.";

    private final Path folder;
    private final Charset charset;
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
        return new Governance(keyOverrides(), judgements.read(), decisions(), websites());
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

    private List<MasterDecision> decisions() {
        List<MasterDecision> decisions = new ArrayList<>();
        TableSpec spec = new TableSpec(
                List.of(SegmentColumns.CANONICAL, SegmentColumns.GROUP),
                SegmentColumns.ALL.stream()
                        .filter(column ->
                                !column.equals(SegmentColumns.CANONICAL) && !column.equals(SegmentColumns.GROUP))
                        .toList());
        read(SEGMENTS, spec, row -> {
            Optional<RowError> fault = fault(row);
            fault.ifPresentOrElse(errors, () -> decisions.add(decision(row, decisions.size())));
        });
        return decisions;
    }

    /** Why a row of a decision cannot be used; it is then left out as a whole. */
    private Optional<RowError> fault(Row row) {
        String website = row.get(SegmentColumns.WEBSITE);
        if (row.get(SegmentColumns.CANONICAL).isEmpty()
                && row.get(SegmentColumns.ID).isEmpty()) {
            return refusal(row, SegmentColumns.CANONICAL, "names no master", "Fill in the master this row decides.");
        }
        if (legacy.meaning(row.get(SegmentColumns.GROUP)).isEmpty()) {
            return refusal(row, SegmentColumns.GROUP, "not an industrial group", LOCKED);
        }
        if (!row.get(SegmentColumns.METHOD).isEmpty()
                && Method.parse(row.get(SegmentColumns.METHOD)).isEmpty()) {
            return refusal(row, SegmentColumns.METHOD, "not a method", LOCKED);
        }
        if (SupportCategory.parse(row.get(SegmentColumns.SUPPORT)).isEmpty()) {
            return refusal(row, SegmentColumns.SUPPORT, "not a support category", LOCKED);
        }
        if (Status.parse(row.get(SegmentColumns.STATUS)).isEmpty()) {
            String advice = "Write Final, Draft or Queued; blank means Final.";
            return refusal(row, SegmentColumns.STATUS, "not a status", advice);
        }
        if (!row.get(SegmentColumns.NAICS).matches(Classification.NAICS_FORM)) {
            String advice = "Write two to six digits, or a range such as 31-33.";
            return refusal(row, SegmentColumns.NAICS, "not a NAICS code", advice);
        }
        return website.isEmpty() || Host.bare(website).isPresent()
                ? Optional.empty()
                : refusal(row, SegmentColumns.WEBSITE, "not a host", "Write a bare host such as example.com.");
    }

    private static Optional<RowError> refusal(Row row, String column, String problem, String advice) {
        return Optional.of(row.error(column, problem, advice));
    }

    /** A row in the words of the locked lists; an old word for a group may imply a support category. */
    private MasterDecision decision(Row row, int index) {
        Map<String, String> cells = new LinkedHashMap<>();
        SegmentColumns.ALL.forEach(column -> cells.put(column, row.get(column)));
        Classification meaning = legacy.meaning(row.get(SegmentColumns.GROUP)).orElseThrow();
        cells.put(SegmentColumns.GROUP, meaning.group().label());
        if (row.get(SegmentColumns.SUPPORT).isEmpty()) {
            cells.put(SegmentColumns.SUPPORT, meaning.support().label());
        }
        cells.put(
                SegmentColumns.WEBSITE,
                Host.bare(row.get(SegmentColumns.WEBSITE)).orElse(""));
        return new MasterDecision(index, row.line(), cells);
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
