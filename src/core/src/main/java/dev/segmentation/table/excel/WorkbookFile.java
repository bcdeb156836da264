package dev.segmentation.table.excel;

import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The bytes of an {@code .xlsx} workbook, given out only when the file is whole: of bounded size, with its directory, and
 * every part of it with the right checksum. The library that reads workbooks opens a file that lost its end without a word.
 */
public final class WorkbookFile {
    public static final long LARGEST = 5L << 20;

    /** Most that its parts may hold together once inflated. */
    static final long MOST_INFLATED = 100L << 20;

    /** Most elements that its parts may have together: a cell has two to four. */
    static final int MOST_ELEMENTS = 2_000_000;

    /** The library takes minutes over thousands of levels, and ends with its stack; sheets have about ten. */
    private static final int MOST_LEVELS = 200;

    private static final int MOST_PARTS = 10_000;
    private static final long OLD_FORMAT = 0xD0CF11E0L;
    private static final long ZIP = 0x504B0304L;

    private final String name;
    private long inflated;
    private int elements;
    private int depth;
    private int deepest;
    private int former;

    private WorkbookFile(String name) {
        this.name = name;
    }

    /**
     * Reads and checks a workbook.
     *
     * @return its bytes
     * @throws TableException if it is no workbook, or not a whole one
     */
    public static byte[] read(Path file, String name) {
        try {
            if (Files.size(file) > LARGEST) {
                throw fault(name, "workbook-size", "the workbook is larger than 5 MB", "Divide it, or save it as CSV.");
            }
            byte[] bytes = Files.readAllBytes(file);
            checkStart(bytes, name);
            new WorkbookFile(name).checkParts(file);
            return bytes;
        } catch (ZipException e) {
            throw cutOff(name, e.getMessage());
        } catch (IOException e) {
            throw new TableException(file + " cannot be read (" + e + "). Maybe this user may not read it.", e);
        }
    }

    private static void checkStart(byte[] bytes, String name) {
        long start = 0;
        for (int i = 0; i < 4; i++) {
            start = start << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0);
        }
        if (start == OLD_FORMAT) {
            String problem = "it is a workbook of the old format, or one with a password";
            throw fault(name, "old-format", problem, "Save it as .xlsx without a password.");
        }
        if (start != ZIP) {
            String problem = bytes.length == 0 ? "the file is empty" : "it is no workbook";
            throw fault(name, "not-a-workbook", problem, "Save the table as .xlsx; a text file must end in .csv.");
        }
    }

    private void checkParts(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("mimetype") != null || zip.getEntry("xl/workbook.xml") == null) {
                throw fault(name, "old-format", "it is no Excel workbook", "Save it as .xlsx.");
            }
            if (zip.getEntry("xl/vbaProject.bin") != null) {
                throw fault(name, "macros", "the workbook holds macros", "Save it as .xlsx, without macros.");
            }
            if (zip.size() > MOST_PARTS) {
                throw fault(name, "workbook-size", "the workbook has too many parts", "Save it as CSV.");
            }
            for (ZipEntry part : Collections.list(zip.entries())) {
                checkPart(zip, part);
            }
        }
    }

    private void checkPart(ZipFile zip, ZipEntry part) throws IOException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        depth = 0;
        deepest = 0;
        former = 0;
        try (InputStream in = zip.getInputStream(part)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
                countElements(buffer, n);
                inflated += n; // counted, since the directory of the file cannot be believed
                checkSize();
            }
        } catch (IOException e) {
            throw cutOff(name, part.getName() + ": " + e.getMessage());
        }
        if (part.getCrc() != sum.getValue()) {
            throw cutOff(name, part.getName() + " has the wrong checksum");
        }
        boolean text = part.getName().endsWith(".xml") || part.getName().endsWith(".rels");
        if (text && deepest > MOST_LEVELS) {
            throw cutOff(name, part.getName() + " has more than " + MOST_LEVELS + " levels");
        }
    }

    /** Counts the elements of an XML text and how deep they are nested, from its bytes. */
    private void countElements(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int c = bytes[i];
            if (c == 0) {
                continue; // half a character of UTF-16
            }
            if (former == '<' && c != '/' && c != '!' && c != '?') {
                elements++;
                depth++;
                deepest = Math.max(deepest, depth);
            } else if (former == '<' && c == '/' || former == '/' && c == '>') {
                depth--;
            }
            former = c;
        }
    }

    private void checkSize() {
        if (inflated > MOST_INFLATED) {
            throw fault(name, "workbook-size", "the workbook unpacks to more than 100 MB", "Save it as CSV.");
        }
        if (elements > MOST_ELEMENTS) {
            String problem = "the workbook has more cells than can be read (" + elements + " elements and more)";
            throw fault(name, "workbook-size", problem, "Divide it, or save it as CSV.");
        }
    }

    private static TableException cutOff(String name, String detail) {
        String problem = "the workbook is cut off or damaged";
        String advice = "Open it in Excel, save it anew, and copy it again.";
        RowError fault = new RowError(name, 0, "", detail, problem, advice, "cut-off-workbook");
        return new TableException(problem + ": " + name + " (" + detail + "). " + advice, fault);
    }

    static TableException fault(String name, String check, String problem, String advice) {
        return new TableException(
                name + ": " + problem + ". " + advice, new RowError(name, 0, "", "", problem, advice, check));
    }
}
