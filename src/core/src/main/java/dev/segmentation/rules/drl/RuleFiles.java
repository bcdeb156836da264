package dev.segmentation.rules.drl;

import dev.segmentation.files.VisibleTree;
import dev.segmentation.rules.table.Finding;
import dev.segmentation.rules.table.RulesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The DRL files and Drools tables of a rules folder, in path order. */
public final class RuleFiles {
    private static final long LARGEST = 1 << 20;
    private static final Pattern ANY_DRL = Pattern.compile("(?is).*\\.drl");
    private static final Pattern TABLE = Pattern.compile("(?is).*\\.drl\\.(csv|xlsx)");
    private static final Pattern OTHER_TABLE = Pattern.compile("(?is).*\\.drl\\.(xls|xlsm|xlsb|ods|tsv)");
    private static final Pattern OPEN_IN_EDITOR = Pattern.compile("(?s)~\\$.*");

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Path> tables = new TreeMap<>();

    private final List<Finding> problems = new ArrayList<>();

    public RuleFiles(Path rules) {
        if (!Files.isDirectory(rules)) {
            throw RulesException.noFolder(rules);
        }
        try {
            for (Path file : VisibleTree.of(rules)) {
                String name = file.getFileName().toString();
                boolean open = OPEN_IN_EDITOR.matcher(name).matches();
                if (!open
                        && Stream.of(ANY_DRL, TABLE, OTHER_TABLE)
                                .anyMatch(is -> is.matcher(name).matches())) {
                    file(file, name, VisibleTree.relative(rules, file));
                }
            }
        } catch (IOException e) {
            throw new RulesException(
                    rules.toString(), "it cannot be read: " + e.getMessage(), "Maybe this user may not read it.");
        }
        if (texts.isEmpty() && tables.isEmpty() && problems.isEmpty()) {
            throw new RulesException(
                    rules.toString(), "there is no rule in this folder", "Maybe --rules names the wrong folder.");
        }
        if (!problems.isEmpty()) {
            throw new RulesException(problems);
        }
    }

    private void file(Path file, String name, String path) {
        boolean table = TABLE.matcher(name).matches();
        long largest = table ? DrlTables.LARGEST : LARGEST;
        try {
            if (!Files.isRegularFile(file)) {
                problem(path, 0, "it bears the name of a rule file and is none", "Maybe a link leads nowhere.");
            } else if (OTHER_TABLE.matcher(name).matches()) {
                problem(path, 0, "no table of this kind is read", "Save it as .drl.xlsx or .drl.csv.");
            } else if (ANY_DRL.matcher(name).matches() && !name.endsWith(".drl")) {
                problem(path, 0, "rules end in .drl in small letters", "Rename it.");
            } else if (Files.size(file) > largest) {
                problem(path, 0, "the file is larger than " + largest + " bytes", "Divide it.");
            } else if (table) {
                tables.put(path, file);
            } else {
                text(path, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            problem(path, 0, "it cannot be read: " + e.getMessage(), "Maybe this user may not read it.");
        }
    }

    private void text(String path, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            long line = 1 + text.chars().filter(c -> c == '\n').count();
            problem(path, line, "it is not UTF-8", "Save it as UTF-8.");
        } else {
            texts.put(path, text);
        }
    }

    private void problem(String path, long line, String problem, String advice) {
        problems.add(Finding.error("unreadable", path, line, problem, advice));
    }

    /** Text by path relative to the rules folder. */
    public Map<String, String> texts() {
        return texts;
    }

    Map<String, Path> tables() {
        return tables;
    }
}
