package dev.segmentation.rules.publish;

import dev.segmentation.files.VisibleTree;
import dev.segmentation.rules.table.ContentHash;
import dev.segmentation.rules.table.RuleFileKind;
import dev.segmentation.rules.table.RulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a rules folder as they stood at one moment, and the places where a group may have one. */
public final class RuleFileSet {
    private static final List<String> OF_EACH_GROUP = List.of("terms.csv", "cases.csv");
    private static final int MARK = 8;

    /** The tables of a group keep their ids, whatever is put beside the folder of groups. */
    private static final Comparator<String> DEEPEST_FIRST = Comparator.comparing(
                    (String path) -> path.chars().filter(c -> c == '/').count())
            .reversed()
            .thenComparing(Comparator.naturalOrder());

    private final Map<String, RuleFile> byId = new LinkedHashMap<>();
    private final Map<String, RuleFile> byPath = new TreeMap<>();

    private RuleFileSet(Path rules, Set<String> present) throws IOException {
        Set<String> paths = new TreeSet<>(present);
        paths.addAll(places(present));
        for (String path : paths.stream().sorted(DEEPEST_FIRST).toList()) {
            boolean there = present.contains(path);
            Path file = rules.resolve(path);
            add(new RuleFile(
                    id(path),
                    path,
                    RuleFileKind.of(path),
                    there ? hash(file) : RuleFile.ABSENT,
                    there ? Files.size(file) : 0));
        }
    }

    private void add(RuleFile file) {
        byPath.put(file.path(), file);
        byId.put(file.id(), file);
    }

    /**
     * Reads a folder; a publication that was cut off is completed first.
     *
     * @throws RulesException if it cannot be read
     */
    public static RuleFileSet read(Path rules) {
        return RulePublication.steady(rules, () -> readAsItStands(rules));
    }

    /** Reads a folder whose lock the caller holds. */
    static RuleFileSet readAsItStands(Path rules) {
        if (!Files.isDirectory(rules)) {
            throw RulesException.noFolder(rules);
        }
        try {
            Set<String> present = new TreeSet<>();
            VisibleTree.of(rules).stream()
                    .filter(Files::isRegularFile)
                    .map(file -> VisibleTree.relative(rules, file))
                    .filter(path -> RuleFileKind.of(path) != null)
                    .forEach(present::add);
            return new RuleFileSet(rules, present);
        } catch (IOException e) {
            throw new RulesException(
                    rules.toString(), "it cannot be read: " + e.getMessage(), "Maybe this user may not read it.");
        }
    }

    /** Where a name in other letters stands there is no place: on some systems the two are one file. */
    private static Set<String> places(Set<String> present) {
        Set<String> places = new TreeSet<>();
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        taken.addAll(present);
        for (String path : present) {
            String[] parts = path.split("/");
            if (parts.length == 3 && parts[0].equals("groups")) {
                for (String name : OF_EACH_GROUP) {
                    String place = parts[0] + "/" + parts[1] + "/" + name;
                    if (!taken.contains(place) && !taken.contains(place.replace(".csv", ".xlsx"))) {
                        places.add(place);
                    }
                }
            }
        }
        return places;
    }

    /** A path without a separator; letters that mean something in an address, and two paths alike, get a mark. */
    private String id(String path) {
        String id = path.replace('/', '.').replaceAll("[^A-Za-z0-9._-]", "_");
        boolean plain = id.equals(path.replace('/', '.')) && !byId.containsKey(id);
        return plain
                ? id
                : id + "-"
                        + hash(path.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .substring(0, MARK);
    }

    /** SHA-256 of the content of a file of any size. */
    public static String hash(Path file) throws IOException {
        return new ContentHash().content(file).hex();
    }

    /** SHA-256 of a content. */
    public static String hash(byte[] content) {
        return new ContentHash().bytes(content).hex();
    }

    /** All files, in order of path. */
    public Collection<RuleFile> all() {
        return byPath.values();
    }

    /** The file that requests name so. */
    public Optional<RuleFile> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<RuleFile> byPath(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The hashes of the files that are there, by path. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        byPath.values().stream().filter(RuleFile::present).forEach(file -> hashes.put(file.path(), file.hash()));
        return hashes;
    }

    public String hash() {
        return hash(hashes());
    }

    /** One hash over files with these hashes. */
    public static String hash(Map<String, String> hashes) {
        ContentHash hash = new ContentHash();
        new TreeMap<>(hashes).forEach((path, one) -> hash.text(path).text(one));
        return hash.hex();
    }

    /** The paths whose content differs from these hashes, or which are there in one of both alone. */
    public List<String> differing(Map<String, String> hashes) {
        Map<String, String> now = hashes();
        Set<String> paths = new TreeSet<>(now.keySet());
        paths.addAll(hashes.keySet());
        List<String> differing = new ArrayList<>();
        for (String path : paths) {
            if (!now.getOrDefault(path, RuleFile.ABSENT).equals(hashes.getOrDefault(path, RuleFile.ABSENT))) {
                differing.add(path);
            }
        }
        return differing;
    }
}
