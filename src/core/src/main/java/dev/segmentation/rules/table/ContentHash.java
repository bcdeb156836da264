package dev.segmentation.rules.table;

import dev.segmentation.files.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 over texts and files, as the name under which something made from them is kept. */
public final class ContentHash {
    private final MessageDigest digest = Sha256.digest();

    public ContentHash text(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    public ContentHash bytes(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Piece by piece, so that no file is too large. */
    public ContentHash content(Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return this;
    }

    public ContentHash files(List<Path> files) {
        for (Path file : files) {
            text(file.getFileName().toString());
            try {
                content(file);
            } catch (IOException e) {
                throw RulesException.unreadable(file, e);
            }
        }
        return this;
    }

    ContentHash folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return this;
        }
        try (Stream<Path> tree = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files(tree.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw RulesException.unreadable(folder, e);
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
