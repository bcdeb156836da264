package dev.segmentation.suggest.workflow;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Host;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.workflow.OpenSuggestion.Offer;
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

/** Reads a file of suggestions. It is our own file, so one bad row refuses it whole: nothing is half accepted. */
final class SuggestionReader {
    private final SuggestionKind kind;
    private final List<RowError> errors = new ArrayList<>();
    private final Map<Integer, OpenSuggestion> rows = new TreeMap<>();
    private final Set<String> masters = new HashSet<>();

    private SuggestionReader(SuggestionKind kind) {
        this.kind = kind;
    }

    /** The rows by rank. */
    static Map<Integer, OpenSuggestion> read(Path output, SuggestionKind kind, Consumer<String> notes) {
        Path file = output.resolve(kind.file());
        if (!Files.exists(file)) {
            throw new TableException(file + " does not exist. Run `segmenter " + kind.command() + "` first.");
        }
        SuggestionReader reader = new SuggestionReader(kind);
        TableReader.readOwn(file, kind.spec(), reader::add, reader.errors::add, notes);
        if (!reader.errors.isEmpty()) {
            throw new TableException(reader.errors.get(0) + " Nothing was done. `segmenter " + kind.command()
                    + "` makes this file anew.");
        }
        return reader.rows;
    }

    private void add(Row row) {
        Optional<String> damaged = kind.spec().columns().stream()
                .filter(column -> row.get(column).indexOf(0) >= 0)
                .findFirst();
        if (damaged.isPresent()) {
            String column = damaged.get();
            String shown = row.get(column).replace('\0', '\uFFFD');
            String advice = "No program of ours writes one; the file is damaged.";
            errors.add(new RowError(row.file(), row.line(), column, shown, "a NUL character", advice));
        } else if (!row.get(SuggestionFiles.RANK).matches("[1-9]\\d{0,8}")) {
            refuse(row, SuggestionFiles.RANK, "not a rank", "Ranks are whole numbers from 1.");
        } else if (row.get(SuggestionFiles.ID).isEmpty()) {
            refuse(row, SuggestionFiles.ID, "no master id", "Without it nobody knows which master is meant.");
        } else {
            OpenSuggestion read = kind == SuggestionKind.GROUP ? group(row) : website(row);
            if (rows.put(read.rank(), read) != null) {
                refuse(row, SuggestionFiles.RANK, "a rank that stands twice", "Every rank stands once.");
            } else if (!masters.add(read.masterId())) {
                refuse(row, SuggestionFiles.ID, "a master that stands twice", "Every master stands once.");
            }
        }
    }

    private void refuse(Row row, String column, String problem, String advice) {
        errors.add(row.error(column, problem, advice));
    }

    private OpenSuggestion group(Row row) {
        List<Offer> offers = new ArrayList<>();
        for (int place = 0; place < SuggestionFiles.PLACES.size(); place++) {
            Optional<String> group = groupIn(row, SuggestionFiles.PLACES.get(place));
            if (group.isEmpty()) {
                break;
            }
            double probability = probability(row, SuggestionFiles.PROBABILITIES.get(place));
            offers.add(
                    offers.isEmpty()
                            ? refined(row, group.get(), probability)
                            : new Offer(group.get(), "", "", SupportCategory.NONE.label(), probability));
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

    private Optional<String> groupIn(Row row, String column) {
        Optional<IndustrialGroup> group = IndustrialGroup.parse(row.get(column));
        if (group.isEmpty() && !row.get(column).isEmpty()) {
            refuse(row, column, "not an industrial group", "Use a group of the locked list.");
        }
        return row.get(column).isEmpty()
                ? Optional.empty()
                : group.filter(one -> one != IndustrialGroup.UNKNOWN).map(IndustrialGroup::label);
    }

    /** The first group alone has an industry and a code. */
    private Offer refined(Row row, String group, double probability) {
        Optional<SupportCategory> support = SupportCategory.parse(row.get(SuggestionFiles.SUPPORT));
        if (support.isEmpty()) {
            refuse(row, SuggestionFiles.SUPPORT, "not a support category", "Use a name of the locked list.");
        }
        String naics = row.get(SuggestionFiles.NAICS);
        if (!naics.matches(Classification.NAICS_FORM)) {
            refuse(row, SuggestionFiles.NAICS, "not a NAICS code", "Write 2 to 6 digits or a range such as 31-33.");
        }
        String detail = SuggestionWriter.cell(row.get(SuggestionFiles.DETAIL)).replaceFirst("^[=+@'-]+", "");
        return new Offer(
                group, detail, naics, support.orElse(SupportCategory.NONE).label(), probability);
    }

    private OpenSuggestion website(Row row) {
        String website = row.get(SuggestionFiles.WEBSITE);
        Optional<String> host = Host.bare(website);
        if (host.isEmpty()) {
            if (!website.isEmpty()) {
                refuse(row, SuggestionFiles.WEBSITE, "not a host", "A bare host looks like example.com.");
            }
            return row(row, List.of(), "", row.get(SuggestionFiles.REASON), Optional.empty());
        }
        double score = probability(row, SuggestionFiles.SCORE);
        Offer offer = new Offer(host.get(), "", "", SupportCategory.NONE.label(), score);
        List<String> titles = sources(row).stream().map(Evidence::title).toList();
        String evidence = Rejections.evidence(host.get(), titles);
        return row(row, List.of(offer), evidence, row.get(SuggestionFiles.REASON), Optional.empty());
    }

    private static OpenSuggestion row(
            Row row, List<Offer> offers, String evidence, String said, Optional<RowError> edited) {
        return new OpenSuggestion(
                Integer.parseInt(row.get(SuggestionFiles.RANK)),
                row.get(SuggestionFiles.ID),
                row.get(SuggestionFiles.CANONICAL),
                offers,
                evidence,
                SuggestionWriter.cell(said),
                sources(row),
                row.get(SuggestionFiles.CLAIMED).equalsIgnoreCase("TRUE"),
                edited);
    }

    private double probability(Row row, String column) {
        String text = row.get(column);
        double value = text.matches("\\d(\\.\\d{1,18})?") ? Double.parseDouble(text) : -1;
        if (value < 0 || value > 1) {
            refuse(row, column, "not a number from 0 to 1", "Write it with a point, such as 0.85.");
        }
        return value;
    }

    private static List<Evidence> sources(Row row) {
        List<Evidence> sources = new ArrayList<>();
        for (int i = 1; i <= SuggestionFiles.SOURCES; i++) {
            Evidence source = new Evidence(row.get(SuggestionFiles.title(i)), row.get(SuggestionFiles.url(i)), "");
            if (!source.title().isEmpty() || !source.url().isEmpty()) {
                sources.add(source);
            }
        }
        return sources;
    }
}
