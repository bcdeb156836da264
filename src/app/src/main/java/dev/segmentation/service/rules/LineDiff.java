package dev.segmentation.service.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What differs between two texts, line by line, with some lines around each difference, as {@code diff -u} writes it.
 *
 * @param added lines that are new
 * @param removed lines that are gone
 * @param lines {@code @@ -from +to @@} before each part; then lines that begin with a blank, {@code +} or {@code -}
 * @param cut whether there are more than these
 */
public record LineDiff(int added, int removed, List<String> lines, boolean cut) {
    private static final int AROUND = 3;
    private static final int MOST = 2_000;
    private static final int LONGEST = 2_000;

    /** A table of more steps than this is not made; all lines in between count as replaced. */
    private static final long STEPS = 4_000_000;

    public LineDiff {
        lines = List.copyOf(lines);
    }

    static LineDiff between(byte[] former, byte[] fresh) {
        String[] a = split(former);
        String[] b = split(fresh);
        return shown(a, b, signs(a, b));
    }

    private static String[] split(byte[] content) {
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
        boolean ended = lines[lines.length - 1].isEmpty();
        return ended ? Arrays.copyOf(lines, lines.length - 1) : lines;
    }

    /** A sign for each line of both texts; between their common beginning and end the longest common row of lines stays. */
    private static String signs(String[] a, String[] b) {
        int head = 0;
        while (head < Math.min(a.length, b.length) && a[head].equals(b[head])) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail].equals(b[b.length - 1 - tail])) {
            tail++;
        }
        String[] gone = Arrays.copyOfRange(a, head, a.length - tail);
        String[] come = Arrays.copyOfRange(b, head, b.length - tail);
        int[][] common = (long) gone.length * come.length <= STEPS ? common(gone, come) : null;
        StringBuilder signs = new StringBuilder(" ".repeat(head));
        int i = 0;
        int j = 0;
        while (i < gone.length || j < come.length) {
            boolean both = i < gone.length && j < come.length;
            if (both && common != null && gone[i].equals(come[j])) {
                signs.append(' ');
                i++;
                j++;
            } else if (both ? common == null || common[i + 1][j] >= common[i][j + 1] : i < gone.length) {
                signs.append('-');
                i++;
            } else {
                signs.append('+');
                j++;
            }
        }
        return signs.append(" ".repeat(tail)).toString();
    }

    private static int[][] common(String[] a, String[] b) {
        int[][] common = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                common[i][j] =
                        a[i].equals(b[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static LineDiff shown(String[] a, String[] b, String signs) {
        boolean[] shown = new boolean[signs.length()];
        for (int at = 0; at < shown.length; at++) {
            if (signs.charAt(at) != ' ') {
                Arrays.fill(shown, Math.max(0, at - AROUND), Math.min(shown.length, at + AROUND + 1), true);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (int at = 0; at < shown.length && lines.size() < MOST; at++) {
            char sign = signs.charAt(at);
            if (shown[at]) {
                if (at == 0 || !shown[at - 1]) {
                    lines.add("@@ -" + (i + 1) + " +" + (j + 1) + " @@");
                }
                String text = sign == '+' ? b[j] : a[i];
                lines.add(sign + (text.length() > LONGEST ? text.substring(0, LONGEST) : text));
            }
            i += sign == '+' ? 0 : 1;
            j += sign == '-' ? 0 : 1;
        }
        int added = (int) signs.chars().filter(sign -> sign == '+').count();
        int removed = (int) signs.chars().filter(sign -> sign == '-').count();
        return new LineDiff(added, removed, lines, lines.size() >= MOST);
    }
}
