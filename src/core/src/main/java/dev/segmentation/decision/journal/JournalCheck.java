package dev.segmentation.decision.journal;

import dev.segmentation.files.JournalLine;
import java.io.IOException;

/** Follows a journal line by line until one is broken. */
final class JournalCheck {
    private String sum = JournalLine.START;
    private String open = "";
    private long openLine;
    private long announced;
    private long changes;
    private String ended = "";
    private int transactions;
    private long lines;
    private long brokenLine;
    private String problem = "";

    boolean sound(byte[] line, long number) {
        String wrong = wrong(line, number);
        if (!wrong.isEmpty()) {
            brokenLine = number;
            problem = wrong;
            return false;
        }
        lines++;
        sum = JournalLine.sum(line);
        return true;
    }

    private String wrong(byte[] line, long number) {
        if (JournalLine.sum(line) == null) {
            return "it does not end with a checksum; it was changed, or writing it was cut off";
        }
        if (!JournalLine.follows(line, sum)) {
            return "its checksum does not follow from the line before; it was changed, or lines before it were taken out,"
                    + " put in or moved";
        }
        try {
            return misplaced(new JournalEntry(JournalLine.fields(line)), number);
        } catch (IOException e) {
            return "it is no line of a journal (" + e.getMessage() + ")";
        }
    }

    private String misplaced(JournalEntry entry, long number) throws IOException {
        switch (entry.type()) {
            case JournalEntry.BEGIN -> {
                if (!open.isEmpty() || !entry.id().equals(JournalEntry.id(transactions + 1))) {
                    return "transaction " + entry.id() + " begins where it should not";
                }
                open = entry.id();
                openLine = number;
                announced = entry.count("changes");
                changes = 0;
                return entry.time() == null ? "it has no time" : "";
            }
            case JournalEntry.CHANGE -> {
                changes++;
                return entry.change().id().equals(open + "-" + changes) ? "" : entry.id() + " is not in its place";
            }
            case JournalEntry.COMMIT -> {
                boolean right = entry.id().equals(open) && changes == announced;
                ended = entry.id();
                open = "";
                transactions++;
                return right ? "" : "transaction " + entry.id() + " ends where it should not";
            }
            case JournalEntry.ABANDONED -> {
                return open.isEmpty() && entry.id().equals(ended) ? "" : entry.id() + " is given up out of place";
            }
            default -> {
                return "(" + entry.type() + ") is no kind of line";
            }
        }
    }

    Verification result() {
        if (problem.isEmpty() && !open.isEmpty()) {
            brokenLine = openLine;
            problem = "transaction " + open
                    + " begins and does not end; it was cut off and does not count. The next change"
                    + " clears it away";
        }
        return new Verification(transactions, lines, brokenLine, problem, sum);
    }
}
