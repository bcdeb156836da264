package dev.segmentation.service;

import dev.segmentation.files.Sha256;
import dev.segmentation.service.OutputFiles.Opened;
import dev.segmentation.table.CsvProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The bytes of one file, looked at and handed out through one open file, so that they stay when another takes its place. */
final class OutputBytes {
    private OutputBytes() {}

    /** The file if it has that hash, whatever it has where none is wanted; nothing if it has not, or is not there. */
    static Optional<Opened> open(Path file, String wanted, CsvProfile profile) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        boolean handedOut = false;
        try {
            String hash = hash(channel);
            if (wanted != null && !wanted.equals(hash)) {
                return Optional.empty();
            }
            channel.position(0);
            if (!file.toString().endsWith(".csv") || CsvProfile.of(channel) == profile) {
                handedOut = true;
                return Optional.of(new Opened(hash, channel.size(), Channels.newInputStream(channel)));
            }
            return Optional.of(copy(channel, hash, profile));
        } finally {
            if (!handedOut) {
                channel.close();
            }
        }
    }

    /** A copy in the other profile, which is gone once it is read. */
    private static Opened copy(FileChannel channel, String hash, CsvProfile profile) throws IOException {
        Path copy = Files.createTempFile("segmenter-", ".csv");
        try {
            profile.copy(Channels.newInputStream(channel), copy);
            return new Opened(
                    hash + "-" + profile.name().toLowerCase(Locale.ROOT),
                    Files.size(copy),
                    Files.newInputStream(copy, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /** SHA-256 of all that is left to read. */
    private static String hash(FileChannel channel) throws IOException {
        MessageDigest digest = Sha256.digest();
        new DigestInputStream(Channels.newInputStream(channel), digest).transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }
}
