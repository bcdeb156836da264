package dev.segmentation.dedupe.registry;

import dev.segmentation.files.Sha256;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What the registry knows of one master.
 *
 * @param id its id, for good: {@code M} and ten base-32 characters (RFC 4648) of the SHA-256 of its first canonical name
 * @param canonical its published name
 * @param names name keys that its customers had when it was last seen, sorted
 * @param formerNames name keys of earlier runs that no customer had by then, and own names of customers that people put
 *     under another name
 * @param firstSeen when it came
 * @param lastSeen when a run last found it; a master of the last run has the latest time of all
 */
record RegistryRow(
        String id,
        String canonical,
        List<String> names,
        List<String> formerNames,
        Instant firstSeen,
        Instant lastSeen) {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int ID_LENGTH = 10;
    private static final String BETWEEN = " | ";
    private static final String FORMER = "~";

    RegistryRow {
        names = List.copyOf(names);
        formerNames = List.copyOf(formerNames);
    }

    static String idOf(String canonical) {
        byte[] hash = Sha256.of(canonical);
        StringBuilder id = new StringBuilder("M");
        long bits = 0;
        for (int i = 0; i < 7; i++) {
            bits = bits << 8 | (hash[i] & 0xFF);
        }
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(BASE32.charAt((int) (bits >>> (51 - 5 * i)) & 31));
        }
        return id.toString();
    }

    static boolean isId(String id) {
        return id.length() == ID_LENGTH + 1
                && id.charAt(0) == 'M'
                && id.chars().skip(1).allMatch(c -> BASE32.indexOf(c) >= 0);
    }

    /** The canonical name without the id that was put behind it to make it unique. */
    String plainName() {
        String plain = canonical;
        while (plain.endsWith(" " + id)) {
            plain = plain.substring(0, plain.length() - id.length() - 1);
        }
        return plain;
    }

    /**
     * The cell Name Keys: keys joined by {@code " | "}, those that no customer has at present behind a {@code ~}. A key may
     * hold any character, so {@code \}, {@code |}, a leading {@code ~} and line breaks are written behind a {@code \}.
     */
    static String keyCell(Collection<String> present, Collection<String> former) {
        StringBuilder cell = new StringBuilder();
        present.forEach(key -> append(cell, "", key));
        former.forEach(key -> append(cell, FORMER, key));
        return cell.toString();
    }

    private static void append(StringBuilder cell, String mark, String key) {
        cell.append(cell.isEmpty() ? "" : BETWEEN).append(mark);
        if (key.startsWith(FORMER)) {
            cell.append('\\');
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            switch (c) {
                case '\\', '|' -> cell.append('\\').append(c);
                case '\n' -> cell.append("\\n");
                case '\r' -> cell.append("\\r");
                default -> cell.append(c);
            }
        }
    }

    /** The cell of at most that many keys, and how many more there are. */
    static String keyCell(List<String> keys, int most) {
        String shown = keyCell(keys.subList(0, Math.min(most, keys.size())), List.of());
        return keys.size() > most ? shown + BETWEEN + "… and " + (keys.size() - most) + " more" : shown;
    }

    /** Takes a cell apart: into the keys that customers had at the time, and the others. */
    static void splitKeyCell(String cell, List<String> present, List<String> former) {
        StringBuilder key = new StringBuilder();
        List<String> list = cell.startsWith(FORMER) ? former : present;
        for (int i = cell.startsWith(FORMER) ? 1 : 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\' && i + 1 < cell.length()) {
                char escaped = cell.charAt(++i);
                key.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else if (c == '|') {
                add(key.toString(), list);
                key.setLength(0);
                int next = i + 1 < cell.length() && cell.charAt(i + 1) == ' ' ? i + 2 : i + 1;
                boolean marked = cell.startsWith(FORMER, next);
                list = marked ? former : present;
                i = marked ? next : next - 1;
            } else {
                key.append(c);
            }
        }
        add(key.toString(), list);
    }

    private static void add(String key, List<String> list) {
        String trimmed = key.strip();
        if (!trimmed.isEmpty()) {
            list.add(trimmed);
        }
    }
}
