package dev.segmentation.suggest.website;

import dev.segmentation.customer.Host;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.Row;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.TableWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes {@code rules/websites/registers.csv} of the open registers, the same rows in the same order each time. */
final class RegisterBuilder {
    private static final Comparator<RegisterRow> ORDER = Comparator.comparing(RegisterRow::kind)
            .thenComparing(RegisterRow::name)
            .thenComparing(RegisterRow::website)
            .thenComparing(RegisterRow::state)
            .thenComparing(RegisterRow::city)
            .thenComparing(RegisterRow::level)
            .thenComparing(RegisterRow::country);

    /** What exchanges add to the names of companies. */
    private static final Pattern SHARES = Pattern.compile(
            ",? (?:Class [A-Z]\\b|Common (?:Stock|Shares?|Units)\\b|Ordinary Shares?\\b|Sponsored ADR\\b|American Depos\\w+\\b).*$");

    /** Hosts that academic registers name because mail comes from them, not because a website is there. */
    private static final Pattern MAIL =
            Pattern.compile("(?:stu|student|students|mail|alumni|alum|e|my|live|edu)[.-].*");

    /** Companies of a family share a host and have a few first words between them. */
    private static final int MOST_NAMES = 4;

    private static final int LONGEST = 120;

    private final TreeSet<RegisterRow> rows = new TreeSet<>(ORDER);

    static void build(Path registers, Path target) throws IOException {
        RegisterBuilder builder = new RegisterBuilder();
        builder.read(registers, "listed-companies.csv", "Country", builder::company);
        builder.read(registers, "government.csv", "Type", builder::body);
        builder.read(registers, "academic-domains.csv", "Kind", builder::school);
        builder.dropStopgaps();
        try (TableWriter table = new TableWriter(target, CsvProfile.PLAIN, RegisterRow.COLUMNS)) {
            builder.rows.forEach(row -> table.row(
                    row.name(),
                    row.website(),
                    row.kind().name().toLowerCase(Locale.ROOT),
                    row.country(),
                    row.state(),
                    row.city(),
                    row.level(),
                    row.source()));
        }
    }

    /** Hosts that a register gives to companies which have nothing in common are a stopgap for what it does not know. */
    private void dropStopgaps() {
        Map<String, Set<String>> firstWords = new HashMap<>();
        for (RegisterRow row : rows) {
            if (row.kind() == RegisterRow.Kind.COMPANY) {
                firstWords
                        .computeIfAbsent(row.website(), host -> new HashSet<>())
                        .add(row.name().split("[^\\p{L}\\d]+", 2)[0].toUpperCase(Locale.ROOT));
            }
        }
        rows.removeIf(row -> firstWords.getOrDefault(row.website(), Set.of()).size() > MOST_NAMES);
    }

    private interface Maker {
        RegisterRow row(Row row, String name, String host);
    }

    private void read(Path folder, String file, String column, Maker maker) {
        TableReader.read(
                folder.resolve(file),
                StandardCharsets.UTF_8,
                TableSpec.of("Name", "Website", column).with("City", "State"),
                row -> {
                    Optional<String> host = Host.bare(row.get("Website")).filter(Domain::registrable);
                    String name = name(row.get("Name"));
                    if (host.isPresent() && usable(name)) {
                        Stream.ofNullable(maker.row(row, name, host.get())).forEach(rows::add);
                    }
                },
                error -> {},
                note -> {});
    }

    private static String name(String name) {
        return SHARES.matcher(name.replace("&amp;", "&"))
                .replaceFirst("")
                .replaceAll("[\\s\\uFEFF\\u00A0]+", " ")
                .strip();
    }

    private static boolean usable(String name) {
        return name.length() > 1
                && name.length() <= LONGEST
                && !name.contains("http")
                && !name.contains("www.")
                && name.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private RegisterRow company(Row row, String name, String host) {
        return new RegisterRow(name, host, RegisterRow.Kind.COMPANY, row.get("Country"), "", "", "", "FinanceDatabase");
    }

    private RegisterRow body(Row row, String name, String host) {
        return new RegisterRow(
                name,
                host,
                RegisterRow.Kind.GOVERNMENT,
                "United States",
                row.get("State"),
                row.get("City"),
                row.get("Type"),
                ".gov registry");
    }

    private RegisterRow school(Row row, String name, String host) {
        return MAIL.matcher(host).matches()
                ? null
                : new RegisterRow(name, host, RegisterRow.Kind.ACADEMIC, country(host), "", "", "", "swot");
    }

    /** Only what the end of the host says for sure. */
    private static String country(String host) {
        return host.endsWith(".edu") || host.endsWith(".us") ? "United States" : "";
    }
}
