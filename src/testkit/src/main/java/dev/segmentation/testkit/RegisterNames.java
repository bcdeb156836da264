package dev.segmentation.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The names that stand in an open register, as sorted 40-bit hashes, so that the test of the entity tables needs no copy of
 * the registers. A name counts without case, accents and punctuation, and without what exchanges and mail services add,
 * such as {@code Class A Common Stock}.
 */
public final class RegisterNames {
    /** The files of each register, by the name that rows give as their source. */
    public static final Map<String, String> FILES = Map.of(
            "FinanceDatabase", "listed-companies.csv",
            ".gov registry", "government.csv",
            "CMS hospitals", "hospitals.csv",
            "IPEDS", "colleges.csv",
            "swot", "academic-domains.csv");

    private static final Path FOLDER = Path.of("src/testkit/src/main/resources/registers");
    private static final int BYTES = 5;
    private static final Pattern SHARES = Pattern.compile(
            ",? (?:Class [A-Z]\\b|Common (?:Stock|Shares?|Units)\\b|Ordinary Shares?\\b|Sponsored ADR\\b|American Depos\\w+\\b).*$");
    private static final Pattern MAIL = Pattern.compile(" (?:-|\\().*$");

    private final Set<Long> hashes;

    private RegisterNames(Set<Long> hashes) {
        this.hashes = hashes;
    }

    /** Whether the register has that name. */
    public boolean contains(String name) {
        return hashes.contains(hash(name));
    }

    /** The names of a source as kept among the test resources; none if the source is unknown. */
    public static RegisterNames kept(String source) {
        SortedSet<Long> hashes = new TreeSet<>();
        if (FILES.containsKey(source)) {
            ByteBuffer bytes = ByteBuffer.wrap(bytes(file(source)));
            while (bytes.hasRemaining()) {
                hashes.add((long) bytes.get() << Integer.SIZE | bytes.getInt() & 0xffffffffL);
            }
        }
        return new RegisterNames(hashes);
    }

    /** The names of a source, read from its register. */
    public static RegisterNames read(Path registers, String source) {
        SortedSet<Long> hashes = new TreeSet<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Path register = registers.resolve(FILES.get(source));
        try (CSVParser rows = CSVParser.parse(register, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : rows) {
                variants(row.get("Name").strip()).forEach(name -> hashes.add(hash(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RegisterNames(hashes);
    }

    /** Keeps the names among the test resources. */
    public void keep(String source) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * BYTES);
        hashes.forEach(hash -> bytes.put((byte) (hash >> Integer.SIZE)).putInt(hash.intValue()));
        try {
            Files.createDirectories(FOLDER);
            Files.write(file(source), bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> variants(String name) {
        return List.of(
                name, SHARES.matcher(name).replaceFirst(""), MAIL.matcher(name).replaceFirst(""));
    }

    private static Path file(String source) {
        return FOLDER.resolve(FILES.get(source).replace(".csv", ".hashes"));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The upper 40 bits of FNV-1a, sign kept, over letters and digits. */
    private static long hash(String name) {
        String text = Normalizer.normalize(name.replace("&amp;", "&"), Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT);
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
        }
        return hash >> (Long.SIZE - Byte.SIZE * BYTES);
    }
}
