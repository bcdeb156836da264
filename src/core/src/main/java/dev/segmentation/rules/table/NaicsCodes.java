package dev.segmentation.rules.table;

import dev.segmentation.table.RowError;
import dev.segmentation.table.TableSpec;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The industry codes of NAICS 2022, {@code rules/common/naics2022.csv}: two to six digits, and three ranges of sectors. */
public final class NaicsCodes {
    private static final String NAME = "common/naics2022";
    private static final TableSpec SPEC = TableSpec.of("Code", "Title");

    private final Map<String, String> titles = new TreeMap<>();

    public NaicsCodes(RuleTables tables) {
        tables.read(NAME, SPEC, row -> titles.put(row.get("Code"), row.get("Title")));
    }

    /** Reads the list of a rules folder, empty if there is none. */
    public static NaicsCodes read(Path rules, Consumer<RowError> errors) {
        return new NaicsCodes(new RuleTables(rules, null, errors));
    }

    /** All codes and titles. */
    @Override
    public String toString() {
        return titles.toString();
    }

    /** Whether that code may stand in a table; without a list every code may. */
    public boolean knows(String code) {
        return code.isEmpty() || titles.isEmpty() || titles.containsKey(code) || sectorInRange(code);
    }

    /** 32 is a sector though the list has it as a part of 31-33 alone. */
    private boolean sectorInRange(String code) {
        return code.length() == 2
                && titles.keySet().stream()
                        .filter(known -> known.length() == 5 && known.charAt(2) == '-')
                        .anyMatch(range ->
                                code.compareTo(range.substring(0, 2)) >= 0 && code.compareTo(range.substring(3)) <= 0);
    }

    /** What to write instead of a code that is not in the list. */
    public String advice(String code) {
        String parent = parent(code);
        String near = titles.keySet().stream()
                .filter(known -> known.length() == code.length() && differences(known, code) == 1)
                .max(Comparator.comparingInt((String known) -> shared(known, code))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse("");
        if (parent.isEmpty() && near.isEmpty()) {
            return "Look it up in " + NAME + ".csv.";
        }
        if (parent.isEmpty() || near.isEmpty()) {
            return "Maybe " + titled(parent + near) + ".";
        }
        return "Maybe " + titled(near) + ", or " + titled(parent) + ".";
    }

    private String titled(String code) {
        return code + " " + titles.get(code);
    }

    private String parent(String code) {
        for (int length = code.length() - 1; length >= 2; length--) {
            if (titles.containsKey(code.substring(0, length))) {
                return code.substring(0, length);
            }
        }
        return "";
    }

    private static int differences(String known, String code) {
        int differences = 0;
        for (int i = 0; i < code.length(); i++) {
            differences += known.charAt(i) == code.charAt(i) ? 0 : 1;
        }
        return differences;
    }

    private static int shared(String known, String code) {
        int length = 0;
        while (length < code.length() && known.charAt(length) == code.charAt(length)) {
            length++;
        }
        return length;
    }
}
