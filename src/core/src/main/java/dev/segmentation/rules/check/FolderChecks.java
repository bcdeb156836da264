package dev.segmentation.rules.check;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.files.VisibleTree;
import dev.segmentation.rules.table.GroupTable;
import dev.segmentation.rules.table.RuleFileKind;
import dev.segmentation.rules.table.RuleTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks of where files and folders lie: a table in the wrong place is not read, and nobody is told. */
final class FolderChecks {
    private static final String GROUPS = "groups";

    /** Tables that some reader looks for, beside those of each group. */
    private static final Pattern READ = Pattern.compile(
            "groups|common/(?:concepts|word-sets|true-words|legacy-segments|naics2022|batch-headings|batch-columns)|(?:.*/)?cases|entities/[^/]+|(?:names|dedupe)/[^/]+|suggest/wikidata-industries|websites/(?:registers|blocked-hosts)");

    private static final Pattern ENDING = Pattern.compile("(?i).*\\.(?:csv|tsv|txt|xls|xlsx|xlsm|xlsb|ods|numbers)");
    private static final List<String> KINDS = List.of("terms", "cases", "concepts", "word-sets", "groups");

    private FolderChecks() {}

    static void misplacedFiles(LintedRules rules, Findings findings) {
        Set<String> folders = folders(rules);
        for (String path : tables(rules.folder())) {
            if (!isRead(path, folders) && !inUnnamedFolder(path, folders)) {
                findings.warning(path, "misplaced-file", "no table of this name is read here", advice(path));
            }
        }
    }

    private static Set<String> folders(LintedRules rules) {
        return rules.groups().inOrder().stream().map(GroupTable.Entry::folder).collect(Collectors.toSet());
    }

    private static Set<String> tables(Path folder) {
        try {
            return VisibleTree.of(folder).stream()
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("~$"))
                    .map(file -> VisibleTree.relative(folder, file))
                    .filter(path ->
                            ENDING.matcher(path).matches() && RuleFileKind.of(path) != RuleFileKind.DROOLS_TABLE)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRead(String path, Set<String> folders) {
        String name = path.substring(0, path.lastIndexOf('.'));
        String ending = path.substring(path.lastIndexOf('.'));
        boolean csvOnly = name.startsWith("names/")
                || name.startsWith("dedupe/")
                || name.startsWith("suggest/")
                || name.startsWith("websites/")
                || name.endsWith("legacy-segments");
        boolean readable = ending.equals(RuleTables.CSV)
                || !csvOnly && ending.equals(RuleTables.WORKBOOK)
                // its reader has refused it already
                || !name.startsWith("entities/") && RuleTables.UNREAD.contains(ending);
        return readable && (READ.matcher(name).matches() || isTermTable(name, folders));
    }

    private static boolean isTermTable(String name, Set<String> folders) {
        String[] parts = name.split("/");
        return parts.length == 3 && parts[0].equals(GROUPS) && folders.contains(parts[1]) && parts[2].equals("terms");
    }

    private static boolean inUnnamedFolder(String path, Set<String> folders) {
        String[] parts = path.split("/");
        return parts.length > 2 && parts[0].equals(GROUPS) && !folders.contains(parts[1]);
    }

    private static String advice(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String ending = file.contains(".xls") ? RuleTables.WORKBOOK : RuleTables.CSV;
        return KINDS.stream()
                .filter(file::startsWith)
                .findFirst()
                .map(kind -> "Maybe it is to be " + place(kind) + kind + ending + ".")
                .orElse("Move it, or take it out of the rules folder.");
    }

    private static String place(String kind) {
        return switch (kind) {
            case "terms" -> "groups/<group>/";
            case "concepts", "word-sets" -> "common/";
            default -> "";
        };
    }

    /** Each folder under {@code groups} belongs to a group, and each group has its folder. */
    static void foldersAndGroups(LintedRules rules, Findings findings) {
        if (rules.groupRows().isEmpty()) {
            return; // without its table no group has a folder, which is said of the table
        }
        Set<String> named = folders(rules);
        for (String folder : subfolders(rules.folder().resolve(GROUPS))) {
            if (!named.contains(folder)) {
                String problem = "no row of the table of groups names this folder, so its terms are not read";
                String advice = "Rename it, or name it in the table of groups.";
                findings.warning(GROUPS + "/" + folder, "folder-without-group", problem, advice);
            }
        }
    }

    /** A table of terms that holds none. */
    static void emptyTable(LintedRules rules, Findings findings) {
        Set<IndustrialGroup> filled = EnumSet.noneOf(IndustrialGroup.class);
        rules.terms().forEach(term -> filled.add(term.classification().group()));
        for (GroupTable.Entry group : rules.groups().inOrder()) {
            String name = "groups/" + group.folder() + "/terms" + RuleTables.CSV;
            if (!filled.contains(group.group()) && Files.exists(rules.folder().resolve(name))) {
                String problem = "the table has no term that can be used";
                findings.warning(name, "empty-table", problem, "Fill it in or delete it.");
            }
        }
    }

    private static Set<String> subfolders(Path groups) {
        if (!Files.isDirectory(groups)) {
            return Set.of();
        }
        try (Stream<Path> folders = Files.list(groups)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
