package dev.segmentation.access;

import dev.segmentation.files.OutputException;
import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A file of secrets, one a line: old or new whenever the program is killed, and read by its owner alone. */
final class SecretFile {
    private static final Set<PosixFilePermission> ALLOWED = PosixFilePermissions.fromString("rw-r-----");

    private final Path file;

    SecretFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** The lines; none if the file is not there. */
    List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw new TableException(
                    file + " cannot be read (" + e + "). Maybe this user may not read it, or it is not UTF-8.", e);
        }
    }

    /** Changes the lines. Others who change them at the same time wait. */
    void change(UnaryOperator<List<String>> edit) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path lock = target.resolveSibling("." + target.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    java.nio.channels.FileLock held = channel.lock()) {
                put(target, edit.apply(lines()));
            }
        } catch (IOException e) {
            throw new OutputException(
                    file + " cannot be written (" + e + "). Maybe its folder is missing or belongs to another user.",
                    e);
        }
    }

    private static void put(Path target, List<String> lines) throws IOException {
        // made for its owner alone before anything stands in it
        Path fresh = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".new");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(String.join("\n", lines) + "\n");
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            likeBefore(target, fresh);
            move(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The service may run as another user than the one who edits: owner and group stay, what others may do does not. */
    private static void likeBefore(Path target, Path fresh) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (view == null || !Files.exists(target)) {
            return;
        }
        PosixFileAttributes former = Files.readAttributes(target, PosixFileAttributes.class);
        PosixFileAttributes now = view.readAttributes();
        if (!former.owner().equals(now.owner()) || !former.group().equals(now.group())) {
            view.setOwner(former.owner());
            view.setGroup(former.group());
        }
        Set<PosixFilePermission> permissions = EnumSet.copyOf(ALLOWED);
        permissions.retainAll(former.permissions());
        permissions.add(PosixFilePermission.OWNER_READ);
        permissions.add(PosixFilePermission.OWNER_WRITE);
        view.setPermissions(permissions);
    }

    private static void move(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
