package dev.segmentation.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks over an XLSX file before anything interprets it: libraries open a workbook that was cut off, and believe what an
 * archive says of its own size.
 */
public final class WorkbookFile {
    /** Largest file, in bytes. */
    public static final long MAX_FILE = 5 << 20;

    private static final long MAX_INFLATED = 64 << 20;
    private static final int MAX_ENTRIES = 1000;

    private WorkbookFile() {}

    /**
     * Checks size, central directory, the checksum of each entry and what they inflate to.
     *
     * @param file the workbook
     * @param name how to name it in messages
     * @throws TableException if it is too large, cut off or damaged
     */
    public static void verify(Path file, String name) {
        try {
            if (Files.size(file) > MAX_FILE) {
                throw new TableException(name + " is larger than " + (MAX_FILE >> 20) + " MiB. Divide it.");
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                entries(zip, name);
            }
        } catch (ZipException e) {
            throw new TableException(
                    name + " is no whole workbook (" + e.getMessage() + "). Maybe it was cut off; save it again.", e);
        } catch (IOException e) {
            throw new TableException(name + " cannot be read (" + e + "). Maybe it is damaged; save it again.", e);
        }
    }

    private static void entries(ZipFile zip, String name) throws IOException {
        if (zip.size() > MAX_ENTRIES) {
            throw new TableException(name + " has more than " + MAX_ENTRIES + " parts. Save the table alone.");
        }
        if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
            throw new TableException(name + " is no XLSX workbook. Save it as .xlsx.");
        }
        long inflated = 0;
        byte[] buffer = new byte[1 << 16];
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            CRC32 sum = new CRC32();
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    sum.update(buffer, 0, read);
                    inflated += read;
                    if (inflated > MAX_INFLATED) {
                        throw new TableException(name + " inflates to more than " + (MAX_INFLATED >> 20)
                                + " MiB. Save the table alone.");
                    }
                }
            }
            if (sum.getValue() != entry.getCrc()) {
                throw new ZipException("the checksum of " + entry.getName() + " is wrong");
            }
        }
    }
}
