package dev.segmentation.suggest.workflow;

import dev.segmentation.decision.file.GovernanceColumns;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.files.Fingerprint;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.edit.EditableRow;
import dev.segmentation.workspace.RunSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The suggestions that people rejected. One stays away until what speaks for it changes. */
public final class Rejections {
    private static final TableSpec SPEC = TableSpec.of(
                    GovernanceColumns.KIND, SegmentColumns.ID, GovernanceColumns.SUGGESTED)
            .with(
                    SegmentColumns.CANONICAL,
                    GovernanceColumns.EVIDENCE,
                    SegmentColumns.OWNER,
                    SegmentColumns.DATE,
                    SegmentColumns.REASON);

    /** Kind, master id, what was suggested, and its evidence. */
    private final Set<List<String>> rejected = new HashSet<>();

    private int rows;

    private Rejections() {}

    /** Reads {@code SuggestionRejections.csv} of the input folder; without it nothing was rejected. */
    public static Rejections read(RunSettings settings, Consumer<RowError> errors, Consumer<String> notes) {
        Rejections rejections = new Rejections();
        Path file = settings.input().resolve(GovernanceFiles.REJECTIONS);
        if (Files.exists(file)) {
            TableReader.read(file, settings.charset(), SPEC, row -> rejections.add(row, errors), errors, notes);
        }
        return rejections;
    }

    static Rejections of(List<EditableRow> rows) {
        Rejections rejections = new Rejections();
        rows.forEach(row -> rejections.add(row::get));
        return rejections;
    }

    private void add(Row row, Consumer<RowError> errors) {
        String kind = row.get(GovernanceColumns.KIND);
        if (Arrays.stream(SuggestionKind.values()).noneMatch(one -> one.label().equalsIgnoreCase(kind))) {
            errors.accept(row.error(GovernanceColumns.KIND, "not a kind of suggestion", "Write group or website."));
        } else if (row.get(SegmentColumns.ID).isEmpty()) {
            errors.accept(row.error(SegmentColumns.ID, "no master id", "Take it from the file of suggestions."));
        } else if (row.get(GovernanceColumns.SUGGESTED).isEmpty()) {
            errors.accept(
                    row.error(GovernanceColumns.SUGGESTED, "rejects nothing", "Write the group or the bare host."));
        } else {
            add(row::get);
        }
    }

    private void add(UnaryOperator<String> cells) {
        rows++;
        rejected.add(key(
                cells.apply(GovernanceColumns.KIND),
                cells.apply(SegmentColumns.ID),
                cells.apply(GovernanceColumns.SUGGESTED),
                cells.apply(GovernanceColumns.EVIDENCE)));
    }

    private static List<String> key(String kind, String masterId, String suggested, String evidence) {
        return List.of(kind.toLowerCase(Locale.ROOT), masterId, suggested.toLowerCase(Locale.ROOT), evidence.strip());
    }

    /** How many rows reject something. */
    public int rows() {
        return rows;
    }

    /**
     * Whether people rejected a suggestion, so that it is not to be made again. A rejection without evidence holds whatever
     * speaks for the suggestion.
     *
     * @param kind {@code group} or {@code website}
     * @param evidence what speaks for it now, as in the column Evidence or as {@link #evidence} makes it
     */
    public boolean rejected(String kind, String masterId, String suggested, String evidence) {
        return rejected.contains(key(kind, masterId, suggested, evidence))
                || rejected.contains(key(kind, masterId, suggested, ""));
    }

    /** Whether people rejected any suggestion of that kind for a master. */
    boolean any(String kind, String masterId) {
        return rejected.stream().anyMatch(one -> one.subList(0, 2).equals(List.of(kind, masterId)));
    }

    /**
     * What speaks for a website, as a short hash: the host itself and the titles of its sources, in any order. Only those count
     * for which a row of the file has room.
     */
    public static String evidence(String host, List<String> titles) {
        StringBuilder all = new StringBuilder(host.toLowerCase(Locale.ROOT));
        titles.stream()
                .map(SuggestionWriter::cell)
                .limit(SuggestionFiles.SOURCES)
                .filter(title -> !title.isEmpty())
                .sorted()
                .forEach(title -> all.append('\n').append(title));
        return Fingerprint.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
