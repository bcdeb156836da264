package dev.segmentation.access;

import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * A file of users or of tokens. Blank lines and lines that begin with {@code #} stay as they are.
 *
 * @param <T> what a line is
 */
public final class AccountList<T> {
    private static final Logger LOG = Logger.getLogger(AccountList.class.getName());
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@+-]{0,62}[\\p{L}\\p{N}.]|[\\p{L}\\p{N}]");

    private final SecretFile file;
    private final Function<String, T> parse;
    private final Function<T, String> line;
    private final Function<T, String> name;
    private final Function<T, String> key;
    private volatile Map<String, T> current;
    /** Of the file as it was when {@link #current} was read; set last. */
    private volatile String stamp = "";

    private AccountList(
            Path file,
            Function<String, T> parse,
            Function<T, String> line,
            Function<T, String> name,
            Function<T, String> key) {
        this.file = new SecretFile(file);
        this.parse = parse;
        this.line = line;
        this.name = name;
        this.key = key;
    }

    /** The users file there; it need not exist. */
    public static AccountList<User> users(Path file) {
        return new AccountList<>(file, User::parse, User::line, User::name, User::name);
    }

    /** The tokens file there; it need not exist. */
    public static AccountList<Token> tokens(Path file) {
        return new AccountList<>(file, Token::parse, Token::line, Token::name, Token::hash);
    }

    /**
     * Users by their name and tokens by their hash as they are now: every look takes the file's time and size, and reads it again
     * when they changed. A file that is gone holds nobody. One that cannot be understood leaves the former entries in force, and
     * the log says so.
     *
     * @throws TableException if the file cannot be understood when it is first read
     */
    Map<String, T> current() {
        String now = stamp();
        if (!now.equals(stamp)) {
            readAgain(now);
        }
        return current;
    }

    private synchronized void readAgain(String now) {
        if (now.equals(stamp)) {
            return;
        }
        try {
            Map<String, T> index = new LinkedHashMap<>();
            read().forEach(entry -> index.put(key.apply(entry), entry));
            if (current != null) {
                LOG.info(file.path() + " was read again.");
            }
            current = index;
        } catch (TableException e) {
            if (current == null) {
                throw e;
            }
            LOG.log(Level.SEVERE, "{0} The former entries stay in force.", e.getMessage());
        }
        stamp = now;
    }

    private String stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (NoSuchFileException e) {
            return "none";
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /**
     * What stands in the file.
     *
     * @throws TableException with the number of the line if one cannot be understood or a name stands twice
     */
    public Collection<T> read() {
        Map<String, T> entries = new LinkedHashMap<>();
        int number = 0;
        for (String text : file.lines()) {
            number++;
            if (holdsEntry(text)) {
                T entry = parsed(text, number);
                if (entries.put(name.apply(entry), entry) != null) {
                    throw new TableException(file.path() + ":" + number + ": " + name.apply(entry)
                            + " stands twice. Delete one of the lines.");
                }
            }
        }
        return List.copyOf(entries.values());
    }

    /** Adds an entry; false if there is one of that name, and nothing was changed. */
    public boolean add(T entry) {
        return change(entry, false);
    }

    /** Puts an entry in the place of the one of that name; false if there is none. */
    public boolean replace(T entry) {
        return change(entry, true);
    }

    /** Takes an entry out; false if there is none of that name. */
    public boolean remove(String wanted) {
        boolean there = read().stream().anyMatch(entry -> name.apply(entry).equals(wanted));
        if (there) {
            file.change(
                    lines -> lines.stream().filter(text -> !names(text, wanted)).toList());
        }
        return there;
    }

    private boolean change(T entry, boolean expected) {
        String wanted = name.apply(entry);
        boolean[] done = {false};
        read();
        file.change(lines -> {
            boolean there = lines.stream().anyMatch(text -> names(text, wanted));
            done[0] = there == expected;
            return done[0] ? with(lines, entry, wanted) : lines;
        });
        return done[0];
    }

    private List<String> with(List<String> lines, T entry, String wanted) {
        List<String> changed = new ArrayList<>();
        boolean placed = false;
        for (String text : lines) {
            boolean here = names(text, wanted);
            changed.add(here ? line.apply(entry) : text);
            placed |= here;
        }
        if (!placed) {
            changed.add(line.apply(entry));
        }
        return changed;
    }

    private boolean names(String text, String wanted) {
        return holdsEntry(text) && name.apply(parse.apply(text.strip())).equals(wanted);
    }

    private static boolean holdsEntry(String text) {
        return !text.isBlank() && !text.startsWith("#");
    }

    private T parsed(String text, int number) {
        try {
            return parse.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException e) {
            // the line itself is not shown: it may hold a hash
            throw new TableException(file.path() + ":" + number + ": " + e.getMessage() + ".", e);
        }
    }

    /** Refuses what people and tokens may not be called: names stand in lines of files, in headers and in the journal. */
    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "(" + name
                            + ") is no name. Use up to 64 letters, digits, spaces and . _ @ + -, beginning with a letter or digit");
        }
    }
}
