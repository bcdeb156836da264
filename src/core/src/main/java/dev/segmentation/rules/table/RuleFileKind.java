package dev.segmentation.rules.table;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file of a rules folder is for, told by its place and name. */
public enum RuleFileKind {
    /** Rules in Drools' own language: code. */
    DRL,
    /** A decision table of Drools: code. */
    DROOLS_TABLE,
    /** The table of groups. */
    GROUPS,
    /** The term table of a group. */
    TERMS,
    /** Cases that try the rules. */
    CASES,
    /** A list of known organisations. */
    ENTITIES,
    /** A table of names. */
    NAMES,
    /** Any other table. */
    TABLE;

    private static final Pattern CODE_TABLE = Pattern.compile("(?i).*\\.drl\\.(csv|xlsx)");
    private static final Pattern DATA_TABLE = Pattern.compile("(?i).*\\.(csv|xlsx)");

    /** Whether its content runs; such files are for rules admins alone. */
    public boolean code() {
        return this == DRL || this == DROOLS_TABLE;
    }

    /** The name in small letters, as {@code drools-table}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of the file at that path from the rules folder on; {@code null} if it is no file of rules. */
    public static RuleFileKind of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (hidden(path) || name.startsWith("~$")) {
            return null;
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".drl")) {
            return DRL;
        }
        if (CODE_TABLE.matcher(name).matches()) {
            return DROOLS_TABLE;
        }
        return DATA_TABLE.matcher(name).matches() ? table(path, name.substring(0, name.lastIndexOf('.'))) : null;
    }

    private static RuleFileKind table(String path, String name) {
        if (path.startsWith("entities/")) {
            return ENTITIES;
        }
        if (path.startsWith("names/")) {
            return NAMES;
        }
        return switch (name) {
            case "terms" -> TERMS;
            case "cases" -> CASES;
            case "groups" -> path.indexOf('/') < 0 ? GROUPS : TABLE;
            default -> TABLE;
        };
    }

    private static boolean hidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }
}
