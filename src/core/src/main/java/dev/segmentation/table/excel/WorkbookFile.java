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
    /** Largest file. */
    public static final long LARGEST = 5L << 20;

    /** Most that its parts may hold together once inflated. */
    static final long MOST_INFLATED = 100L << 20;

    /** Most elements that its parts may have together: a cell has two to four. */
    static final int MOST_ELEMENTS = 2_000_000;

    private static final int MOST_PARTS = 10_000;
    private static final long OLD_FORMAT = 0xD0CF11E0L;
    private static final long ZIP = 0x504B0304L;

    private WorkbookFile() {}

    /**
     * Reads and checks a workbook.
     *
     * @param file the file
     * @param name how errors call it
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
            checkParts(file, name);
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
            throw fault(
                    name,
                    "old-format",
                    "it is a workbook of the old format, or one with a password",
                    "Save it as .xlsx without a password.");
        }
        if (start != ZIP) {
            throw fault(
                    name,
                    "not-a-workbook",
                    bytes.length == 0 ? "the file is empty" : "it is no workbook",
                    "Save the table as .xlsx; a text file must end in .csv.");
        }
    }

    private static void checkParts(Path file, String name) throws IOException {
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
            long left = MOST_INFLATED;
            XmlDepth xml = new XmlDepth();
            for (ZipEntry part : Collections.list(zip.entries())) {
                left -= inflated(zip, part, left, xml, name);
            }
        }
    }

    /** The length of a part, counted and not believed. */
    private static long inflated(ZipFile zip, ZipEntry part, long most, XmlDepth xml, String name) throws IOException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        xml.next();
        try (InputStream in = zip.getInputStream(part)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
                xml.scan(buffer, n);
                length += n;
                checkSize(length > most, xml.elements(), name);
            }
        } catch (IOException e) {
            throw cutOff(name, part.getName() + ": " + e.getMessage());
        }
        if (part.getCrc() != sum.getValue()) {
            throw cutOff(name, part.getName() + " has the wrong checksum");
        }
        boolean text = part.getName().endsWith(".xml") || part.getName().endsWith(".rels");
        if (text && xml.tooDeep()) {
            throw cutOff(name, part.getName() + " has more than " + XmlDepth.MOST + " levels");
        }
        return length;
    }

    private static void checkSize(boolean tooLong, int elements, String name) {
        if (tooLong) {
            throw fault(name, "workbook-size", "the workbook unpacks to more than 100 MB", "Save it as CSV.");
        }
        if (elements > MOST_ELEMENTS) {
            String problem = "the workbook has more cells than can be read (" + elements + " elements and more)";
            throw fault(name, "workbook-size", problem, "Divide it, or save it as CSV.");
        }
    }

    private static TableException cutOff(String name, String detail) {
        RowError fault = new RowError(
                name,
                0,
                "",
                detail,
                "the workbook is cut off or damaged",
                "Open it in Excel, save it anew, and copy it again.",
                "cut-off-workbook");
        return new TableException(fault.problem() + ": " + name + " (" + detail + "). " + fault.advice(), fault);
    }

    static TableException fault(String name, String check, String problem, String advice) {
        return new TableException(
                name + ": " + problem + ". " + advice, new RowError(name, 0, "", "", problem, advice, check));
    }
}
