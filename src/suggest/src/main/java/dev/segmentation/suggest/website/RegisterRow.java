package dev.segmentation.suggest.website;

import dev.segmentation.customer.Host;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * An organisation whose website an open register knows.
 *
 * @param country where it is, blank if not known
 * @param state code of the state of a public body, blank for others
 * @param level what kind of body it is, such as City or County, blank for others
 */
public record RegisterRow(
        String name,
        String website,
        Kind kind,
        String country,
        String state,
        String city,
        String level,
        String source) {

    static final String FILE = "registers.csv";
    static final List<String> COLUMNS =
            List.of("Name", "Website", "Kind", "Country", "State", "City", "Level", "Source");

    private static final Pattern ABOUT_ELECTIONS =
            Pattern.compile("(?i)elect|vot|clerk|regist|ballot|recorder|auditor");

    /** What a register lists. */
    public enum Kind {
        COMPANY,
        GOVERNMENT,
        ACADEMIC
    }

    boolean local() {
        return kind == Kind.GOVERNMENT && !level.startsWith("Federal");
    }

    /** Whether the host is about elections alone, though the name is that of the whole town or county. */
    boolean electionsOnly() {
        return level.endsWith("Election") && !ABOUT_ELECTIONS.matcher(name).find();
    }

    boolean american() {
        return country.equals("United States");
    }

    /** The rows in the order of the file; none if there is no such file. */
    static List<RegisterRow> read(Path folder, BlockedHosts blocked, Consumer<RowError> errors) {
        List<RegisterRow> rows = new ArrayList<>();
        Path file = folder.resolve(FILE);
        TableReader.readIfPresent(
                file,
                new TableSpec(COLUMNS, List.of()),
                row -> row(row, errors)
                        .filter(r -> blocked.why(r.website()).isEmpty())
                        .ifPresent(rows::add),
                errors);
        return rows;
    }

    private static Optional<RegisterRow> row(Row row, Consumer<RowError> errors) {
        String website = row.get("Website");
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(row.get("Kind")))
                .findFirst();
        if (row.get("Name").isEmpty() || row.get("Source").isEmpty()) {
            errors.accept(
                    row.error("Name", "name or source is missing", "Every website names whose it is and its source."));
        } else if (!Host.bare(website).equals(Optional.of(website))) {
            errors.accept(row.error("Website", "no bare host", "Write a bare host such as example.com."));
        } else if (kind.isEmpty()) {
            errors.accept(row.error("Kind", "unknown kind", "Write company, government or academic."));
        } else {
            return Optional.of(new RegisterRow(
                    row.get("Name"),
                    website,
                    kind.get(),
                    row.get("Country"),
                    row.get("State"),
                    row.get("City"),
                    row.get("Level"),
                    row.get("Source")));
        }
        return Optional.empty();
    }
}
