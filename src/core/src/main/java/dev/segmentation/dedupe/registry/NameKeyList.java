package dev.segmentation.dedupe.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The cell Name Keys of the registry: keys joined by {@code " | "}, those that no customer has at present behind a
 * {@code ~}. A key may hold any character, so {@code \}, {@code |}, a leading {@code ~} and line breaks are written behind
 * a {@code \}.
 */
final class NameKeyList {
    private static final String BETWEEN = " | ";
    private static final String FORMER = "~";

    private NameKeyList() {}

    static String join(Collection<String> present, Collection<String> former) {
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

    /** Takes a cell apart: into the keys that customers had at the time, and the others. */
    static void split(String cell, List<String> present, List<String> former) {
        if (cell.indexOf('|') < 0 && cell.indexOf('\\') < 0 && !cell.startsWith(FORMER)) {
            add(cell, present);
            return;
        }
        StringBuilder key = new StringBuilder();
        List<String> list = cell.startsWith(FORMER) ? former : present;
        int i = cell.startsWith(FORMER) ? 1 : 0;
        for (; i < cell.length(); i++) {
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

    /** At most that many keys of a list, and how many more there are. */
    static String shortened(List<String> keys, int most) {
        List<String> shown = new ArrayList<>(keys.subList(0, Math.min(most, keys.size())));
        String more = keys.size() > most ? BETWEEN + "… and " + (keys.size() - most) + " more" : "";
        return join(shown, List.of()) + more;
    }
}
