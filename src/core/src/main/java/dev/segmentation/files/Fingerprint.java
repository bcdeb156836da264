package dev.segmentation.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Length and checksum of a file, which show whether it is still the one that was read. No guard against malice. */
public final class Fingerprint {
    /** The fingerprint of a file that is not there. */
    public static final String ABSENT = "absent";

    private Fingerprint() {}

    /** The fingerprint of a file; a file that is not there has one too. */
    public static String of(Path file) throws IOException {
        if (!Files.exists(file)) {
            return ABSENT;
        }
        CRC32C sum = new CRC32C();
        long length = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
                length += n;
            }
        }
        return length + "-" + Long.toHexString(sum.getValue());
    }

    /** The fingerprint of a file that holds these bytes. */
    public static String of(byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content, 0, content.length);
        return content.length + "-" + Long.toHexString(sum.getValue());
    }
}
