package dev.segmentation.service.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.RulePlace;
import dev.segmentation.rules.publish.RuleFile;
import dev.segmentation.rules.publish.RuleFileSet;
import dev.segmentation.rules.table.GroupTable;
import dev.segmentation.rules.table.RuleFileKind;
import dev.segmentation.service.SegmentationService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What rules there are. */
@Schema(name = "RuleSets")
public record RuleOverview(
        @Schema(required = true) String version,
        @Schema(required = true, examples = "48 rules, 9500 terms, 47000 known organisations") String inUse,
        @Schema(required = true) List<GroupSet> groups,
        @Schema(required = true) List<Counted> shared) {
    @Schema(name = "RuleSet")
    public record GroupSet(
            @Schema(required = true, examples = "Utilities") String group,
            @Schema(required = true, examples = "UTL") String prefix,
            @Schema(required = true) List<Counted> files) {}

    /** A file and how much stands in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RuleFile")
    public record Counted(
            @Schema(required = true, examples = "groups.utilities.terms.csv") String id,
            @Schema(required = true, examples = "groups/utilities/terms.csv") String file,
            @Schema(
                            required = true,
                            enumeration = {
                                "drl",
                                "drools-table",
                                "groups",
                                "terms",
                                "cases",
                                "entities",
                                "names",
                                "table"
                            })
                    String kind,
            @Schema(required = true, description = "Whether it is code, which rules admins alone may change.")
                    boolean code,
            @Schema(description = "SHA-256 of its content; absent where there is a place for it and none stands there.")
                    String version,
            @Schema(required = true, description = "In bytes.") long size,
            @Schema(description = "Rules, terms, cases or rows in it, where they are counted.") Integer entries) {}

    /** A row of a term table. */
    @Schema(name = "TermPlace")
    public record TermPlace(
            @Schema(required = true, examples = "UTL-001") String ruleId,
            @Schema(required = true) String term,
            @Schema(required = true) String fileId,
            @Schema(required = true) String file,
            @Schema(required = true) long row) {}

    /** The files as they stand, and the rules in use. */
    public static RuleOverview of(SegmentationService service) {
        Path rules = service.settings().rules();
        RuleCatalog catalog = service.rules();
        RuleFileSet files = RuleFileSet.read(rules);
        Map<String, Integer> places = new HashMap<>();
        catalog.places().forEach(place -> places.merge(place.file(), 1, Integer::sum));
        List<GroupSet> groups = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        for (GroupTable.Entry group : catalog.groups().inOrder()) {
            boolean none = group.folder().isEmpty();
            groups.add(new GroupSet(
                    group.group().label(),
                    group.prefix(),
                    none ? List.of() : counted(rules, files, places, group.folder()::equals)));
            if (!none) {
                folders.add(group.folder());
            }
        }
        List<Counted> shared = counted(rules, files, places, folder -> !folders.contains(folder));
        return new RuleOverview(files.hash(), catalog.summary(), groups, shared);
    }

    private static List<Counted> counted(
            Path rules, RuleFileSet files, Map<String, Integer> places, Predicate<String> ofFolder) {
        return files.all().stream()
                .filter(file -> ofFolder.test(file.groupFolder()))
                .map(file -> new Counted(
                        file.id(),
                        file.path(),
                        file.kind().label(),
                        file.kind().code(),
                        file.present() ? file.hash() : null,
                        file.size(),
                        entries(rules, file, places)))
                .toList();
    }

    /** Rules, terms or rows in a file; {@code null} where they are not counted. */
    private static Integer entries(Path rules, RuleFile file, Map<String, Integer> places) {
        if (file.kind().code() || file.kind() == RuleFileKind.TERMS) {
            return places.getOrDefault(file.path(), 0);
        }
        return !file.present() ? Integer.valueOf(0) : file.workbook() ? null : rows(rules.resolve(file.path()));
    }

    /** Lines that are neither blank nor remarks, without the header. */
    private static Integer rows(Path table) {
        try {
            String text = Files.readString(table, StandardCharsets.ISO_8859_1);
            long lines = text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .count();
            return Math.toIntExact(Math.max(0, lines - 1));
        } catch (IOException e) {
            return null;
        }
    }

    /** Terms in use that hold a text, in any case, or bear that id; all if it is blank. */
    public static List<TermPlace> terms(SegmentationService service, String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        RuleFileSet files = RuleFileSet.read(service.settings().rules());
        return service.rules().places().stream()
                .filter(RulePlace::term)
                .filter(place -> place.text().toLowerCase(Locale.ROOT).contains(wanted)
                        || place.id().toLowerCase(Locale.ROOT).equals(wanted))
                .map(place -> new TermPlace(
                        place.id(),
                        place.text(),
                        files.byPath(place.file()).map(RuleFile::id).orElse(""),
                        place.file(),
                        place.row()))
                .toList();
    }
}
