package dev.segmentation.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes DRL from Drools tables. */
final class DrlTables {
    static final long LARGEST = 5 << 20;

    DrlTables(RulesCache cache) {}

    List<RuleText> read(Map<String, Path> tables, List<Finding> findings) {
        return List.of();
    }
}
