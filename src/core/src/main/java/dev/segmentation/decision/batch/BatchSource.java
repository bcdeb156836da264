package dev.segmentation.decision.batch;

import dev.segmentation.customer.BillingDate;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a batch.
 *
 * @param name name of the batch: that of the file without its ending
 * @param lines its lines; those before the text proper are blank
 * @param given what those lines say, such as {@code owner}, in lower case
 * @param notes what a person should know
 */
public record BatchSource(String name, String file, List<String> lines, Map<String, String> given, List<String> notes) {
    /** Larger files are not batches that people wrote, in bytes. */
    public static final int LARGEST = 10 << 20;

    /** Lines of a batch; people write a few hundred, and a whole worklist has a few thousand. */
    static final int MOST_LINES = 50_000;

    private static final int LONGEST_LINE = 20_000;
    private static final int DEEPEST = 100;
    private static final Pattern NESTED = Pattern.compile("^(?:\\s*(?:>|[*+-](?=\\s)|\\d{1,9}[.)](?=\\s))){30}");

    /**
     * Reads a file.
     *
     * @throws TableException if it cannot be read or is too large
     */
    public static BatchSource read(Path file) {
        return read(file, file.getFileName().toString());
    }

    /** As above, of a file that is called otherwise than its path says. */
    static BatchSource read(Path file, String shown) {
        byte[] bytes;
        try {
            if (!Files.isRegularFile(file)) {
                throw new TableException(file + (Files.exists(file) ? " is no file." : " does not exist."));
            }
            if (Files.size(file) > LARGEST) {
                throw new TableException(shown + " is larger than " + (LARGEST >> 20) + " MB. Divide it.");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TableException(file + " cannot be read (" + e + "). Maybe this user may not read it.", e);
        }
        return of(shown, bytes);
    }

    /**
     * The text of these bytes: UTF-8 or UTF-16 with its mark, else what Windows writes.
     *
     * @throws TableException if it has too many lines
     */
    static BatchSource of(String file, byte[] bytes) {
        List<String> notes = new ArrayList<>();
        String text = decoded(bytes, notes);
        List<String> lines = new ArrayList<>(
                List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)));
        if (lines.size() > MOST_LINES) {
            throw new TableException(
                    String.format(Locale.ROOT, "%s has more than %,d lines. Divide it.", file, MOST_LINES));
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace('\u0000', '\uFFFD');
            if (line.length() > LONGEST_LINE || NESTED.matcher(line).lookingAt()) {
                notes.add("line " + (i + 1) + ": no person wrote a line of this kind; it is not read");
                line = "";
            }
            int indent = line.length() - line.stripLeading().length();
            lines.set(i, indent > DEEPEST ? "    " + line.strip() : line);
        }
        Map<String, String> given = frontMatter(lines);
        return new BatchSource(nameOf(file), file, lines, given, notes);
    }

    /** Of a workbook, which has no text. */
    static BatchSource ofWorkbook(String file) {
        return new BatchSource(nameOf(file), file, List.of(), Map.of(), List.of());
    }

    /** Name of the batch of a file; a batch called Manual would outrank all others. */
    private static String nameOf(String file) {
        String name = file.replaceFirst("\\.[A-Za-z]+$", "");
        return name.equalsIgnoreCase("manual") || name.isBlank() ? "Batch " + name : name;
    }

    private static String decoded(byte[] bytes, List<String> notes) {
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            charset = StandardCharsets.UTF_16LE;
        } else if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            charset = StandardCharsets.UTF_16BE;
        }
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            notes.add("the file is not UTF-8; it was read as windows-1252");
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /** What stands between two lines of three dashes at the top; the lines are blanked out. */
    private static Map<String, String> frontMatter(List<String> lines) {
        Map<String, String> given = new HashMap<>();
        int end = lines.isEmpty() || !lines.get(0).strip().equals("---")
                ? -1
                : lines.subList(1, lines.size()).stream()
                        .map(String::strip)
                        .toList()
                        .indexOf("---");
        for (int i = 0; i <= end + 1 && end >= 0; i++) {
            String[] pair = lines.get(i).split(":", 2);
            if (pair.length == 2) {
                given.put(
                        pair[0].strip().toLowerCase(Locale.ROOT),
                        pair[1].strip().replaceAll("^[\"']|[\"']$", ""));
            }
            lines.set(i, "");
        }
        return given;
    }

    /** Who decided where a row does not say, blank if the top of the file does not say either. */
    String owner() {
        return Stream.of("owner", "author", "analyst")
                .filter(given::containsKey)
                .findFirst()
                .map(given::get)
                .orElse("");
    }

    /** When, in ISO form, where a row does not say; blank if the top of the file does not say either. */
    String date() {
        return BillingDate.sortable(given.getOrDefault("date", ""));
    }
}
