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
 * @param cut whether there are more than are told
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
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            all.add(new Line(' ', a[i], i, i));
        }
        middle(a, head, a.length - tail, b, head, b.length - tail, all);
        for (int i = 0; i < tail; i++) {
            int from = a.length - tail + i;
            all.add(new Line(' ', a[from], from, b.length - tail + i));
        }
        return told(all);
    }

    private static String[] split(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", -1);
        boolean ended = lines[lines.length - 1].isEmpty();
        return ended ? Arrays.copyOf(lines, lines.length - 1) : lines;
    }

    /** By the longest common row of lines. */
    private static void middle(String[] a, int fromA, int toA, String[] b, int fromB, int toB, List<Line> all) {
        int n = toA - fromA;
        int m = toB - fromB;
        boolean small = (long) n * m <= STEPS;
        int[][] common = small ? common(a, fromA, n, b, fromB, m) : null;
        int i = 0;
        int j = 0;
        while (i < n || j < m) {
            if (small && i < n && j < m && a[fromA + i].equals(b[fromB + j])) {
                all.add(new Line(' ', a[fromA + i], fromA + i++, fromB + j++));
            } else if (i < n && (j == m || !small || common[i + 1][j] >= common[i][j + 1])) {
                all.add(new Line('-', a[fromA + i], fromA + i++, fromB + j));
            } else {
                all.add(new Line('+', b[fromB + j], fromA + i, fromB + j++));
            }
        }
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

    private static LineDiff told(List<Line> all) {
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
