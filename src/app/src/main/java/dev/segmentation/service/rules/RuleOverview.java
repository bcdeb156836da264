package dev.segmentation.service.rules;

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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What rules there are.
 *
 * @param version one hash over all files
 * @param inUse what the rules in use hold
 * @param groups the groups in order of precedence
 * @param shared files that belong to no group
 */
public record RuleOverview(String version, String inUse, List<GroupSet> groups, List<Counted> shared) {

    /**
     * The rule set of a group.
     *
     * @param group its name
     * @param prefix how its ids begin
     * @param files its files
     */
    public record GroupSet(String group, String prefix, List<Counted> files) {}

    /**
     * A file and how much stands in it.
     *
     * @param file it
     * @param entries rules, terms or rows in it; {@code null} where they are not counted
     */
    public record Counted(RuleFile file, Integer entries) {}

    /**
     * A term.
     *
     * @param place what it is and where it stands
     * @param fileId how requests name its file
     */
    public record TermHit(RulePlace place, String fileId) {}

    /** The files as they stand, and the rules in use. */
    public static RuleOverview of(SegmentationService service) {
        Path rules = service.settings().rules();
        RuleCatalog catalog = service.rules();
        RuleFileSet files = RuleFileSet.read(rules);
        Map<String, Integer> places = new HashMap<>();
        catalog.places().forEach(place -> places.merge(place.file(), 1, Integer::sum));
        List<GroupSet> groups = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (GroupTable.Entry group : catalog.groups().inOrder()) {
            List<Counted> own = files.all().stream()
                    .filter(file ->
                            !group.folder().isEmpty() && file.groupFolder().equals(group.folder()))
                    .map(file -> new Counted(file, entries(rules, file, places)))
                    .toList();
            own.forEach(one -> listed.add(one.file().path()));
            groups.add(new GroupSet(group.group().label(), group.prefix(), own));
        }
        List<Counted> shared = files.all().stream()
                .filter(file -> !listed.contains(file.path()))
                .map(file -> new Counted(file, entries(rules, file, places)))
                .toList();
        return new RuleOverview(files.hash(), catalog.summary(), groups, shared);
    }

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
    public static List<TermHit> terms(SegmentationService service, String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        RuleFileSet files = RuleFileSet.read(service.settings().rules());
        return service.rules().places().stream()
                .filter(RulePlace::term)
                .filter(place -> place.text().toLowerCase(Locale.ROOT).contains(wanted)
                        || place.id().toLowerCase(Locale.ROOT).equals(wanted))
                .map(place -> new TermHit(
                        place, files.byPath(place.file()).map(RuleFile::id).orElse("")))
                .toList();
    }
}
