package dev.segmentation.rules;

import dev.segmentation.csv.Row;
import dev.segmentation.csv.RowError;
import dev.segmentation.csv.TableReader;
import dev.segmentation.csv.TableSpec;
import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.name.WordFold;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads the tables of words: the term table of each group, and the concepts that rules combine. Rows are data. */
final class TermTables {
    static final Pattern NAICS = Pattern.compile("|\\d{2,6}|\\d\\d-\\d\\d");
    private static final TableSpec TERMS = TableSpec.of("Id", "Term", "Match", "Method")
            .with("Industry Detail", "NAICS", "Support Category", "Unless", "Note");
    private static final TableSpec CONCEPTS = TableSpec.of("Concept", "Term").with("Match", "Unless", "Note");

    private final WordFold fold;
    private final Consumer<RowError> errors;

    TermTables(WordFold fold, Consumer<RowError> errors) {
        this.fold = fold;
        this.errors = errors;
    }

    List<TermRow> terms(Path file, IndustrialGroup group) {
        List<TermRow> terms = new ArrayList<>();
        if (Files.exists(file)) {
            Consumer<RowError> withFolder = error -> errors.accept(inFolder(file, error));
            TableReader.read(
                    file,
                    StandardCharsets.UTF_8,
                    TERMS,
                    row -> term(file, row, group, withFolder).ifPresent(terms::add),
                    withFolder,
                    note -> {});
        }
        return terms;
    }

    private Optional<TermRow> term(Path file, Row row, IndustrialGroup group, Consumer<RowError> report) {
        List<String> words = fold.phrase(row.get("Term"));
        Optional<TermMatch> match = TermMatch.parse(row.get("Match"));
        Optional<Method> method = Method.parse(row.get("Method"));
        Optional<SupportCategory> support = SupportCategory.parse(row.get("Support Category"));
        if (words.isEmpty()) {
            report.accept(row.error("Term", "no words", "Write at least one word."));
        } else if (match.isEmpty()) {
            report.accept(row.error("Match", "unknown kind of match", "Write words, prefix, suffix or whole."));
        } else if (method.isEmpty() || bandOf(method.get()) == null) {
            report.accept(
                    row.error("Method", "not a method of a term", "Write Rule-Based, Entity Inference or Heuristic."));
        } else if (support.isEmpty()) {
            report.accept(row.error("Support Category", "not in the locked list", "Use a name of the locked list."));
        } else if (!NAICS.matcher(row.get("NAICS")).matches()) {
            report.accept(row.error("NAICS", "not a NAICS code", "Write two to six digits, or a range such as 31-33."));
        } else {
            return Optional.of(new TermRow(
                    row.get("Id"),
                    row.get("Term"),
                    words,
                    match.get(),
                    method.get(),
                    new Classification(group, row.get("Industry Detail"), row.get("NAICS"), support.get()),
                    unless(row.get("Unless")),
                    place(file),
                    row.line()));
        }
        return Optional.empty();
    }

    /** The band that {@code rules/common/terms.drl} gives terms of that method, {@code null} if none. */
    static Band bandOf(Method method) {
        return switch (method) {
            case RULE_BASED -> Band.TERM;
            case ENTITY_INFERENCE -> Band.KNOWN_ENTITY;
            case HEURISTIC -> Band.HEURISTIC;
            default -> null;
        };
    }

    List<Vocabulary.ConceptRow> concepts(Path file) {
        List<Vocabulary.ConceptRow> concepts = new ArrayList<>();
        if (Files.exists(file)) {
            TableReader.read(file, StandardCharsets.UTF_8, CONCEPTS, row -> concept(row, concepts), errors, note -> {});
        }
        return concepts;
    }

    private void concept(Row row, List<Vocabulary.ConceptRow> concepts) {
        List<String> words = fold.phrase(row.get("Term"));
        Optional<TermMatch> match = TermMatch.parse(row.get("Match"));
        if (words.isEmpty() || row.get("Concept").isEmpty()) {
            errors.accept(row.error("Term", "a concept needs a name and a word", "Fill in both cells."));
        } else if (match.isEmpty()) {
            errors.accept(row.error("Match", "unknown kind of match", "Write words, prefix, suffix or whole."));
        } else {
            concepts.add(new Vocabulary.ConceptRow(
                    row.get("Concept"), row.get("Term"), words, match.get(), unless(row.get("Unless"))));
        }
    }

    private List<List<String>> unless(String cell) {
        List<List<String>> phrases = new ArrayList<>();
        for (String phrase : cell.split("\\|")) {
            List<String> words = fold.phrase(phrase);
            if (!words.isEmpty()) {
                phrases.add(words);
            }
        }
        return phrases;
    }

    /** The path from {@code rules/groups} on, since every group's table bears the same file name. */
    private static String place(Path file) {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }

    private static RowError inFolder(Path file, RowError error) {
        return new RowError(place(file), error.line(), error.column(), error.value(), error.problem(), error.advice());
    }
}
