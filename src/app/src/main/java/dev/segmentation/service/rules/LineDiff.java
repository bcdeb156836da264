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

    /** Copies the lines. */
    public LineDiff {
        lines = List.copyOf(lines);
    }

    private record Line(char sign, String text, int from, int to) {}

    static LineDiff between(byte[] former, byte[] fresh) {
        String[] a = split(former);
        String[] b = split(fresh);
        int head = 0;
        while (head < Math.min(a.length, b.length) && a[head].equals(b[head])) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail].equals(b[b.length - 1 - tail])) {
            tail++;
        }
        return shown(lines(a, b, head, tail));
    }

    /** All lines of both texts; those between their common beginning and end by the longest common row of lines. */
    private static List<Line> lines(String[] a, String[] b, int head, int tail) {
        int n = a.length - tail;
        int m = b.length - tail;
        boolean small = (long) (n - head) * (m - head) <= STEPS;
        int[][] common = small ? common(a, head, n - head, b, head, m - head) : null;
        List<Line> all = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            boolean between = i >= head && (i < n || j < m);
            if (!between || small && i < n && j < m && a[i].equals(b[j])) {
                all.add(new Line(' ', a[i], i++, j++));
            } else if (i < n
                    && (j == m || !small || common[i + 1 - head][j - head] >= common[i - head][j + 1 - head])) {
                all.add(new Line('-', a[i], i++, j));
            } else {
                all.add(new Line('+', b[j], i, j++));
            }
        }
        return all;
    }

    private static String[] split(byte[] content) {
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
        boolean ended = lines[lines.length - 1].isEmpty();
        return ended ? Arrays.copyOf(lines, lines.length - 1) : lines;
    }

    private static int[][] common(String[] a, int fromA, int n, String[] b, int fromB, int m) {
        int[][] common = new int[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                common[i][j] = a[fromA + i].equals(b[fromB + j])
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static LineDiff shown(List<Line> all) {
        boolean[] shown = new boolean[all.size()];
        int added = 0;
        int removed = 0;
        for (int i = 0; i < shown.length; i++) {
            char sign = all.get(i).sign();
            added += sign == '+' ? 1 : 0;
            removed += sign == '-' ? 1 : 0;
            if (sign != ' ') {
                Arrays.fill(shown, Math.max(0, i - AROUND), Math.min(shown.length, i + AROUND + 1), true);
            }
        }
        List<String> lines = new ArrayList<>();
        boolean cut = false;
        for (int i = 0; i < shown.length && !cut; i++) {
            if (shown[i]) {
                Line line = all.get(i);
                if (i == 0 || !shown[i - 1]) {
                    lines.add("@@ -" + (line.from() + 1) + " +" + (line.to() + 1) + " @@");
                }
                String text = line.text();
                lines.add(line.sign() + (text.length() > LONGEST ? text.substring(0, LONGEST) : text));
                cut = lines.size() >= MOST;
            }
        }
        return new LineDiff(added, removed, lines, cut);
    }
}
