package dev.segmentation.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The DRL files and Drools tables of a rules folder, in path order. */
final class RuleFiles {
    private static final long LARGEST = 1 << 20;
    private static final Pattern TABLE = Pattern.compile("(?i).*\\.drl\\.(csv|xlsx)");
    private static final Pattern OTHER_TABLE = Pattern.compile("(?i).*\\.drl\\.(xls|xlsm|xlsb|ods|tsv)");
    private static final Pattern OPEN_IN_EDITOR = Pattern.compile("~\\$.*|\\.~lock\\..*");

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Path> tables = new TreeMap<>();

    RuleFiles(Path rules) {
        if (!Files.isDirectory(rules)) {
            throw RulesException.noFolder(rules);
        }
        try (Stream<Path> tree = Files.walk(rules)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                file(file, rules.relativize(file).toString().replace('\\', '/'));
            }
        } catch (IOException e) {
            throw new RulesException(
                    rules.toString(), "it cannot be read: " + e.getMessage(), "Maybe this user may not read it.");
        }
    }

    private void file(Path file, String path) throws IOException {
        String name = file.getFileName().toString();
        if (OPEN_IN_EDITOR.matcher(name).matches()) {
            return;
        }
        if (OTHER_TABLE.matcher(name).matches()) {
            throw new RulesException(path, "no table of this kind is read", "Save it as .drl.xlsx or .drl.csv.");
        }
        boolean table = TABLE.matcher(name).matches();
        if (!table && !name.endsWith(".drl")) {
            return;
        }
        long largest = table ? DrlTables.LARGEST : LARGEST;
        if (Files.size(file) > largest) {
            throw new RulesException(path, "the file is larger than " + largest + " bytes", "Divide it.");
        }
        if (table) {
            tables.put(path, file);
        } else {
            texts.put(path, Files.readString(file, StandardCharsets.UTF_8));
        }
    }

    /** Text by path relative to the rules folder. */
    Map<String, String> texts() {
        return texts;
    }

    /** Drools tables by path relative to the rules folder. */
    Map<String, Path> tables() {
        return tables;
    }
}
