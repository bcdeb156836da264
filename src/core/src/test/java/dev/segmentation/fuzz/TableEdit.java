package dev.segmentation.fuzz;

import static dev.segmentation.testkit.FuzzInput.hold;

import dev.segmentation.decision.batch.Batch;
import dev.segmentation.decision.batch.BatchEntry;
import dev.segmentation.testkit.FuzzInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Changes one row of a table of a batch: the row goes, stands twice, changes places with the next, or has other cells. The
 * entries of the batch must change by exactly that row.
 */
final class TableEdit {
    private final List<String> lines;
    private final Batches batches;
    /** What every line of the batch gives, line by line; none for a line without entries. */
    private final List<List<String>> given = new ArrayList<>();
    /** Places of rows that give something and stand between two others that do. */
    private final List<Integer> rows = new ArrayList<>();

    TableEdit(List<String> lines, Batch batch, Batches batches) {
        this.lines = lines;
        this.batches = batches;
        lines.forEach(line -> given.add(new ArrayList<>()));
        for (BatchEntry entry : batch.entries()) {
            given.get(entry.line() - 1).add(Batches.shown(entry));
        }
        for (int i = 1; i + 1 < lines.size(); i++) {
            if (row(i - 1) && row(i) && row(i + 1)) {
                rows.add(i);
            }
        }
    }

    private boolean row(int at) {
        return lines.get(at).startsWith("|") && !given.get(at).isEmpty();
    }

    boolean possible() {
        return !rows.isEmpty();
    }

    FuzzInput mutated(Random random) {
        int at = rows.get(random.nextInt(rows.size()));
        List<String> text = new ArrayList<>(lines);
        List<List<String>> expected = new ArrayList<>(given);
        int loose = -1;
        switch (random.nextInt(5)) {
            case 0 -> {
                text.remove(at);
                expected.remove(at);
            }
            case 1 -> {
                text.add(at, text.get(at));
                expected.add(at, expected.get(at));
            }
            case 2 -> {
                java.util.Collections.swap(text, at, at + 1);
                java.util.Collections.swap(expected, at, at + 1);
            }
            default -> {
                text.set(at, disturbed(text.get(at), random));
                loose = at;
            }
        }
        int free = loose;
        byte[] bytes = String.join(random.nextBoolean() ? "\n" : "\r\n", text).getBytes(StandardCharsets.UTF_8);
        return new FuzzInput(bytes, file -> check(file, text, expected, free));
    }

    /** With some marks in one or two places behind the first bar. */
    private static String disturbed(String row, Random random) {
        String text = row;
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            int at = 1 + random.nextInt(text.length());
            int end = random.nextBoolean() ? at : Math.min(text.length(), at + random.nextInt(6));
            text = text.substring(0, at) + MarkdownMarks.inline(random) + text.substring(end);
        }
        return text;
    }

    private void check(Path file, List<String> text, List<List<String>> expected, int free) {
        Batch batch = batches.read(file);
        TreeMap<Integer, List<String>> found = new TreeMap<>();
        batch.entries().forEach(entry -> found.computeIfAbsent(entry.line() - 1, line -> new ArrayList<>())
                .add(Batches.shown(entry)));
        for (int i = 0; i < expected.size(); i++) {
            List<String> there = found.getOrDefault(i, List.of());
            if (i != free) {
                hold(
                        there.equals(expected.get(i)),
                        "line " + (i + 1) + " gives " + there + ", not " + expected.get(i) + ", since line "
                                + (free + 1) + " is " + (free < 0 ? "" : text.get(free)));
            } else if (there.isEmpty()) {
                String line = "line " + (i + 1) + ":";
                boolean blank = text.get(i).codePoints().noneMatch(Character::isLetterOrDigit);
                hold(blank || batch.notes().stream().anyMatch(note -> note.startsWith(line)), "lost: " + text.get(i));
            }
        }
    }
}
