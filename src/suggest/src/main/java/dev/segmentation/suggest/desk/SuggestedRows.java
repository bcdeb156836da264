package dev.segmentation.suggest.desk;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Host;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads a file of suggestions. It is our own file, so a bad row refuses it whole: nothing is half accepted. */
final class SuggestedRows {
    private final SuggestionKind kind;
    private final List<RowError> errors = new ArrayList<>();
    private final Map<Integer, SuggestedRow> rows = new TreeMap<>();
    private final Set<String> masters = new HashSet<>();

    private SuggestedRows(SuggestionKind kind) {
        this.kind = kind;
    }

    /**
     * The rows by rank.
     *
     * @throws TableException if the file is missing or damaged
     */
    static Map<Integer, SuggestedRow> read(Path output, SuggestionKind kind, Consumer<String> notes) {
        Path file = output.resolve(kind.file());
        if (!Files.exists(file)) {
            throw new TableException(file + " does not exist. Run `segmenter " + kind.command() + "` first.");
        }
        SuggestedRows reader = new SuggestedRows(kind);
        TableReader.readOwn(file, kind.spec(), reader::add, reader.errors::add, notes);
        if (!reader.errors.isEmpty()) {
            throw new TableException(reader.errors.get(0) + " Nothing was done. `segmenter " + kind.command()
                    + "` makes this file anew.");
        }
        return reader.rows;
    }

    private void add(Row row) {
        if (damaged(row)) {
            return;
        }
        String rank = row.get(SuggestionFiles.RANK);
        if (!rank.matches("[1-9]\\d{0,8}")) {
            refuse(row, SuggestionFiles.RANK, "not a rank", "Ranks are whole numbers from 1.");
            return;
        }
        if (row.get(SuggestionFiles.ID).isEmpty()) {
            refuse(row, SuggestionFiles.ID, "no master id", "Without it nobody knows which master is meant.");
            return;
        }
        SuggestedRow read = kind == SuggestionKind.GROUP ? group(row) : website(row);
        if (rows.put(read.rank(), read) != null) {
            refuse(row, SuggestionFiles.RANK, "a rank that stands twice", "Every rank stands once.");
        } else if (!masters.add(read.masterId())) {
            refuse(row, SuggestionFiles.ID, "a master that stands twice", "Every master stands once.");
        }
    }

    private boolean damaged(Row row) {
        for (String column : kind.spec().columns()) {
            if (row.get(column).indexOf(0) >= 0) {
                errors.add(new RowError(
                        row.file(),
                        row.line(),
                        column,
                        row.get(column).replace('\0', '\uFFFD'),
                        "a NUL character",
                        "No program of ours writes one; the file is damaged."));
                return true;
            }
        }
        return false;
    }

    private void refuse(Row row, String column, String problem, String advice) {
        errors.add(row.error(column, problem, advice));
    }

    private SuggestedRow group(Row row) {
        List<SuggestedRow.Offer> offers = new ArrayList<>();
        for (SuggestionFiles.Place place : SuggestionFiles.PLACES) {
            Optional<SuggestedRow.Offer> offer = offer(row, place);
            if (offer.isEmpty()) {
                break;
            }
            offers.add(offers.isEmpty() ? refined(row, offer.get()) : offer.get());
        }
        String evidence = row.get(SuggestionFiles.EVIDENCE);
        Optional<RowError> edited = offers.isEmpty() && evidence.isEmpty()
                ? Optional.empty()
                : SuggestionSeal.broken(row::get)
                        .map(column -> row.error(
                                column,
                                "not as it was suggested",
                                "Suggest again, or choose the group yourself with --group."));
        return row(row, offers, SuggestionSeal.evidence(evidence), row.get(SuggestionFiles.NOTES), edited);
    }

    private static SuggestedRow row(
            Row row, List<SuggestedRow.Offer> offers, String evidence, String said, Optional<RowError> edited) {
        return new SuggestedRow(
                Integer.parseInt(row.get(SuggestionFiles.RANK)),
                row.get(SuggestionFiles.ID),
                row.get(SuggestionFiles.CANONICAL),
                offers,
                evidence,
                SuggestionTable.cell(said),
                sources(row),
                row.get(SuggestionFiles.CLAIMED).equalsIgnoreCase("TRUE"),
                edited);
    }

    private Optional<SuggestedRow.Offer> offer(Row row, SuggestionFiles.Place place) {
        String column = place.group();
        String name = row.get(column);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<IndustrialGroup> group = IndustrialGroup.parse(name);
        if (group.isEmpty()) {
            refuse(row, column, "not an industrial group", "Use a group of the locked list.");
        }
        if (group.isEmpty() || group.get() == IndustrialGroup.UNKNOWN) {
            return Optional.empty();
        }
        Classification plain = new Classification(group.get(), "", "", SupportCategory.NONE);
        return Optional.of(new SuggestedRow.Offer(group.get().label(), plain, probability(row, place.probability())));
    }

    /** The first group alone has an industry and a code. */
    private SuggestedRow.Offer refined(Row row, SuggestedRow.Offer offer) {
        Optional<SupportCategory> support = SupportCategory.parse(row.get(SuggestionFiles.SUPPORT));
        if (support.isEmpty()) {
            refuse(row, SuggestionFiles.SUPPORT, "not a support category", "Use a name of the locked list.");
        }
        String naics = row.get(SuggestionFiles.NAICS);
        if (!naics.matches(Classification.NAICS_FORM)) {
            refuse(row, SuggestionFiles.NAICS, "not a NAICS code", "Write 2 to 6 digits or a range such as 31-33.");
        }
        Classification classification = new Classification(
                offer.classification().group(),
                SuggestionTable.cell(row.get(SuggestionFiles.DETAIL)).replaceFirst("^[=+@'-]+", ""),
                naics,
                support.orElse(SupportCategory.NONE));
        return new SuggestedRow.Offer(offer.suggested(), classification, offer.probability());
    }

    private SuggestedRow website(Row row) {
        List<SuggestedRow.Offer> offers = new ArrayList<>();
        String website = row.get(SuggestionFiles.WEBSITE);
        Optional<String> host = Host.bare(website);
        if (host.isPresent()) {
            offers.add(new SuggestedRow.Offer(
                    host.get(), Classification.UNKNOWN, probability(row, SuggestionFiles.SCORE)));
        } else if (!website.isEmpty()) {
            refuse(row, SuggestionFiles.WEBSITE, "not a host", "A bare host looks like example.com.");
        }
        return row(row, offers, evidence(row, offers), row.get(SuggestionFiles.REASON), Optional.empty());
    }

    private double probability(Row row, String column) {
        String text = row.get(column);
        double value = text.matches("\\d(\\.\\d{1,18})?") ? Double.parseDouble(text) : -1;
        if (value < 0 || value > 1) {
            refuse(row, column, "not a number from 0 to 1", "Write it with a point, such as 0.85.");
        }
        return value;
    }

    private static String evidence(Row row, List<SuggestedRow.Offer> offers) {
        return offers.isEmpty()
                ? ""
                : Rejections.evidence(
                        offers.get(0).suggested(),
                        sources(row).stream().map(SuggestedRow.Source::title).toList());
    }

    private static List<SuggestedRow.Source> sources(Row row) {
        List<SuggestedRow.Source> sources = new ArrayList<>();
        for (int i = 1; i <= SuggestionFiles.SOURCES; i++) {
            sources.add(new SuggestedRow.Source(row.get(SuggestionFiles.title(i)), row.get(SuggestionFiles.url(i))));
        }
        return sources;
    }
}
