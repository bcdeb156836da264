package dev.segmentation.suggest.network;

import dev.segmentation.customer.Classification;
import dev.segmentation.name.NameParser;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.network.Wikidata.Entity;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.text.PlainText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Wikidata says of a master. Only an entity of exactly that name counts, by label or alias; what it is and which
 * industry it is in are evidence for people and for a language model, and by a table they suggest a group.
 */
public final class WikidataModel {
    /** Guesses, not measured: one organisation of that name, and what it is speaks for one group. */
    private static final double ONE_GROUP = 0.6;

    /** Several organisations or several groups; the first is the likelier one. */
    private static final double DOUBTFUL = 0.35;

    /** An organisation of another country is seldom the customer. */
    private static final double ABROAD = 0.5;

    private static final Set<String> HOME = Set.of("United States", "United States of America");
    private static final int TEXT = 300;

    private final Wikidata wikidata;
    private final IndustryTable table;
    private final NameParser names;

    /** Asks over that web, which should allow {@link Limits#DATA}, and compares names by their keys. */
    public WikidataModel(Web web, IndustryTable table, NameParser names) {
        this.wikidata = new Wikidata(web, table);
        this.table = table;
        this.names = names;
    }

    /** What it says. */
    public record Said(List<Evidence> evidence, Optional<GroupSuggestion> suggestion) {}

    /** Asks for the master by its name. */
    public Said ask(OpenMaster master) throws IOException {
        Set<String> keys = keys(Stream.concat(Stream.of(master.name()), master.spellings().stream()));
        if (keys.isEmpty()) {
            return new Said(List.of(), Optional.empty());
        }
        List<Entity> found = wikidata.find(master.name()).stream()
                .filter(entity -> keys(entity.names().stream()).stream().anyMatch(keys::contains))
                .toList();
        List<Evidence> evidence = found.stream().map(WikidataModel::evidence).toList();
        return new Said(evidence, suggestion(found, evidence));
    }

    private Set<String> keys(Stream<String> texts) {
        return texts.map(text -> names.parse(text).key())
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Evidence evidence(Entity entity) {
        List<String> parts = new ArrayList<>();
        add(parts, "", List.of(entity.description()));
        add(parts, "Industry: ", entity.industries());
        add(parts, "Kind: ", entity.kinds());
        add(parts, "Country: ", entity.countries());
        return new Evidence(
                "Wikidata: " + entity.label(), entity.url(), PlainText.line(String.join(". ", parts), TEXT));
    }

    private static void add(List<String> parts, String title, List<String> values) {
        String text = String.join(", ", values);
        if (!text.isBlank()) {
            parts.add(title + text);
        }
    }

    private Optional<GroupSuggestion> suggestion(List<Entity> found, List<Evidence> evidence) {
        List<Classification> meanings = new ArrayList<>();
        Evidence speaker = null;
        for (int i = 0; i < found.size(); i++) {
            meanings.addAll(table.meanings(found.get(i).industries()));
            meanings.addAll(table.meanings(found.get(i).kinds()));
            speaker = speaker == null && !meanings.isEmpty() ? evidence.get(i) : speaker;
        }
        if (speaker == null) {
            return Optional.empty();
        }
        long groups = meanings.stream().map(Classification::group).distinct().count();
        double sure = groups == 1 ? ONE_GROUP : DOUBTFUL;
        double probability = found.stream().allMatch(WikidataModel::abroad) ? sure * ABROAD : sure;
        String reason = PlainText.line(speaker.title() + ": " + speaker.text(), TEXT);
        return Optional.of(new GroupSuggestion(meanings.get(0), probability, reason, evidence));
    }

    private static boolean abroad(Entity entity) {
        return !entity.countries().isEmpty() && entity.countries().stream().noneMatch(HOME::contains);
    }
}
