package dev.segmentation.suggest.workflow;

import dev.segmentation.customer.Host;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.name.NameParser;
import dev.segmentation.rules.table.NaicsCodes;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.group.Prediction;
import dev.segmentation.suggest.language.LanguageModel;
import dev.segmentation.suggest.network.CachedWeb;
import dev.segmentation.suggest.network.IndustryTable;
import dev.segmentation.suggest.network.RemoteService;
import dev.segmentation.suggest.network.SearchService;
import dev.segmentation.suggest.network.WikidataModel;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.KeptAnswers;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.suggest.workflow.EnsemblePrediction.Opinion;
import dev.segmentation.table.RowError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks Wikidata, a search service and a language model for the masters of which this machine is not sure, one after the other in
 * their order. Each answer is kept as it comes.
 */
final class RemoteModels {
    /** From this probability on, the prediction of this machine is good enough to read. */
    private static final double SURE = SuggestionWriter.MEDIUM;

    private static final int SEARCH_HITS = 3;
    private static final List<IndustrialGroup> GROUPS = List.of(IndustrialGroup.values());

    private final RemoteAccess access;
    private final double abstainBelow;
    private final Consumer<String> notes;
    private final RemoteService wikidata;
    private final RemoteService searching;
    private final WikidataModel entities;
    private final Optional<SearchService> search;
    private final Optional<LanguageModel> model;

    RemoteModels(
            RemoteAccess access,
            KeptAnswers kept,
            Path rules,
            NameParser names,
            double abstainBelow,
            Consumer<RowError> errors,
            Consumer<String> notes) {
        this.access = access;
        this.abstainBelow = abstainBelow;
        this.notes = notes;
        this.wikidata = new RemoteService("Wikidata", access.web(), notes);
        this.searching = new RemoteService("The search service", access.web(), notes);
        this.entities = new WikidataModel(
                new CachedWeb(wikidata.over(access.data()), kept.web()), IndustryTable.read(rules, errors), names);
        this.search = access.search(web -> new CachedWeb(searching.over(web), kept.web()));
        this.model = access.model()
                .map(set -> new LanguageModel(
                        set,
                        kept.model(),
                        NaicsCodes.read(rules, errors)::knows,
                        text -> Host.bare(text).equals(Optional.of(text)),
                        access.asksModel() ? notes : note -> {}));
    }

    /** The joint prediction for each of the masters, of which only those are asked for for which it is worth it. */
    List<EnsemblePrediction> predict(Progress progress, List<OpenMaster> open, List<Prediction> own) {
        boolean[] worth = new boolean[open.size()];
        int asked = 0;
        for (int i = 0; i < worth.length; i++) {
            worth[i] = !open.get(i).nameless() && !good(own.get(i));
            asked += worth[i] ? 1 : 0;
        }
        List<EnsemblePrediction> joined = new ArrayList<>();
        try (Progress.Step step = (access.asks() ? progress : Progress.NONE).start("Asking", asked)) {
            for (int i = 0; i < worth.length; i++) {
                joined.add(worth[i] ? ask(open.get(i), own.get(i)) : EnsemblePrediction.local(own.get(i)));
                step.advance(worth[i] ? 1 : 0);
            }
        }
        model.filter(one -> access.asksModel()).ifPresent(this::tellCosts);
        return joined;
    }

    private void tellCosts(LanguageModel asked) {
        String spent = asked.spent().signum() == 0 ? "" : ", " + asked.spent().toPlainString() + " spent";
        asked.unanswered().ifPresent(left -> notes.accept(asked.name() + ": " + left + "."));
        notes.accept(asked.name() + ": " + asked.requests() + " requests" + spent + ".");
    }

    private static boolean good(Prediction own) {
        return own.sure() && own.groups().get(0).probability() >= SURE;
    }

    private EnsemblePrediction ask(OpenMaster master, Prediction own) {
        List<Evidence> found = new ArrayList<>();
        List<Opinion> opinions = new ArrayList<>();
        wikidata.ask(master, () -> entities.ask(master)).ifPresent(said -> {
            found.addAll(said.evidence());
            said.suggestion().ifPresent(one -> opinions.add(new Opinion("Wikidata", "", one)));
        });
        searching.follow(wikidata);
        search.flatMap(service -> searching.ask(master, () -> service.search(SuggestedGroup.query(master))))
                .ifPresent(hits -> found.addAll(hits.subList(0, Math.min(SEARCH_HITS, hits.size()))));
        model.flatMap(asked -> asked.suggest(master, found, GROUPS).map(one -> opinion(asked.name(), one)))
                .ifPresent(opinions::add);
        String languageModel = model.map(LanguageModel::name).orElse("");
        return EnsemblePrediction.of(own, opinions, found, abstainBelow, languageModel);
    }

    /** The own thought of a language model comes before the evidence that it was shown. */
    private static Opinion opinion(String model, GroupSuggestion one) {
        String why = one.reason().startsWith(model + ": ") ? one.reason().substring(model.length() + 2) : "";
        List<Evidence> evidence = new ArrayList<>(List.of(new Evidence(model, "", why)));
        evidence.addAll(one.evidence());
        GroupSuggestion suggestion =
                new GroupSuggestion(one.classification(), one.probability(), one.reason(), evidence);
        return new Opinion(model, why, suggestion);
    }
}
