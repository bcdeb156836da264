package dev.segmentation.rules.publish;

import dev.segmentation.rules.table.RuleFileKind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is to stand at a path of a rules folder from a publication on. No path leads out of the folder, hides a file in it, or means
 * another file on another system.
 */
public final class NewContent {
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|]|^/|//|(?:^|/)\\.|[. ](?:/|$)"
            + "|(?:^|/)(?i:con|prn|aux|nul|com\\d|lpt\\d)(?:[./]|$)");

    private final String path;
    private final String former;
    private final byte[] bytes;

    private NewContent(String path, String former, byte[] bytes) {
        if (!fits(path)) {
            throw new IllegalArgumentException("A file of rules cannot be published under this name: " + path);
        }
        this.path = path;
        this.former = former;
        this.bytes = bytes;
    }

    /**
     * A content.
     *
     * @param path from the rules folder on, with {@code /}
     * @param former hash of what stands there now, {@link RuleFile#ABSENT} if nothing does
     */
    public static NewContent of(String path, String former, byte[] bytes) {
        return new NewContent(path, former, bytes.clone());
    }

    public static NewContent gone(String path, String former) {
        return new NewContent(path, former, null);
    }

    /** Whether a file of that path can be published. */
    public static boolean fits(String path) {
        return RuleFileKind.of(path) != null && !UNFIT.matcher(path).find();
    }

    public String path() {
        return path;
    }

    public String former() {
        return former;
    }

    /** What is to stand there; nothing if the file is to go. */
    public Optional<byte[]> bytes() {
        return Optional.ofNullable(bytes);
    }
}
