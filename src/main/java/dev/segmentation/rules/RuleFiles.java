package dev.segmentation.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The DRL files of a rules folder, in path order. */
final class RuleFiles {
    private static final long LARGEST = 1 << 20;

    private final Map<String, String> texts = new TreeMap<>();

    RuleFiles(Path rules) {
        if (!Files.isDirectory(rules)) {
            throw RulesException.noFolder(rules);
        }
        try (Stream<Path> tree = Files.walk(rules)) {
            for (Path file : tree.filter(f -> f.toString().endsWith(".drl")).toList()) {
                if (Files.size(file) > LARGEST) {
                    throw new RulesException(
                            rules.relativize(file).toString(),
                            "the file is larger than " + LARGEST + " bytes",
                            "Divide it.");
                }
                String path = rules.relativize(file).toString().replace('\\', '/');
                texts.put(path, Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new RulesException(
                    rules.toString(), "it cannot be read: " + e.getMessage(), "Maybe this user may not read it.");
        }
    }

    /** Text by path relative to the rules folder. */
    Map<String, String> texts() {
        return texts;
    }

    /** A hash over paths and texts, and over the version of what compiles them. */
    String hash(String version) {
        ContentHash hash = new ContentHash().text(version);
        texts.forEach((path, text) -> hash.text(path).text(text));
        return hash.hex();
    }
}
