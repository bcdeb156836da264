package dev.segmentation.suggest.desk;

import dev.segmentation.customer.Host;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.name.NameParser;
import dev.segmentation.rules.table.NaicsCodes;
import dev.segmentation.suggest.group.Advice;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.language.LanguageModelVoice;
import dev.segmentation.suggest.network.CachedWeb;
import dev.segmentation.suggest.network.IndustryTable;
import dev.segmentation.suggest.network.Web;
import dev.segmentation.suggest.network.WebSearch;
import dev.segmentation.suggest.network.Wikidata;
import dev.segmentation.suggest.network.WikidataVoice;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.OpenMaster;
import dev.segmentation.table.RowError;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks Wikidata, a search service and a language model for the masters of which this machine is not sure, one after the other in
 * their order. Each answer is kept as it comes.
 */
final class OutsideVoices {
    /** From this probability on, what was learned on this machine is good enough to read. */
    private static final double SURE = GroupSuggestionFile.MEDIUM;

    private static final int SEARCH_HITS = 3;
    private static final List<IndustrialGroup> GROUPS = List.of(IndustrialGroup.values());

    private final GroupNetwork network;
    private final Consumer<String> notes;
    private final NetworkSource wikidata;
    private final NetworkSource searching;
    private final WikidataVoice entities;
    private final Optional<WebSearch> search;
    private final Optional<LanguageModelVoice> model;

    /**
     * Where answers are kept, and who is told what.
     *
     * @param settings the folders
     * @param names compares names
     * @param clock tells how old answers are
     * @param errors receives rows of tables that cannot be used
     * @param notes receives what people should know
     * @param progress told how many masters were asked for
     */
    record Place(
            RunSettings settings,
            NameParser names,
            Clock clock,
            Consumer<RowError> errors,
            Consumer<String> notes,
            Progress progress) {}

    /**
     * The advice for a master, joined from all voices.
     *
     * @param advice the groups
     * @param found what can be looked up where no group is suggested
     * @param claimed whether a language model alone names the first group
     */
    record Heard(Advice advice, List<Evidence> found, boolean claimed) {
        /** What was learned on this machine, and nothing else. */
        static Heard own(Advice advice) {
            return new Heard(advice, List.of(), false);
        }
    }

    private OutsideVoices(GroupNetwork network, KeptAnswers kept, Place place) {
        Path rules = place.settings().rules();
        this.network = network;
        this.notes = place.notes();
        this.wikidata = new NetworkSource("Wikidata", network.web(), place.notes());
        this.searching = new NetworkSource("The search service", network.web(), place.notes());
        Web data = wikidata.over(network.outside().data(network.pause()));
        this.entities = new WikidataVoice(
                new Wikidata(new CachedWeb(data, kept.web())),
                IndustryTable.read(rules, place.errors()),
                place.names());
        this.search = network.search(web -> new CachedWeb(searching.over(web), kept.web()));
        this.model = network.model()
                .map(settings -> new LanguageModelVoice(
                        settings,
                        kept.model(),
                        NaicsCodes.read(rules, place.errors())::knows,
                        text -> Host.bare(text).equals(Optional.of(text)),
                        network.modelAsks() ? place.notes() : note -> {}));
    }

    /**
     * Asks for the masters for which it is worth it.
     *
     * @param network what may be asked
     * @param open the masters, the most valuable first
     * @param own what was learned on this machine, for each of them
     * @param abstainBelow the probability below which a voice does not count
     * @return the joint advice, for each of them
     */
    static List<Heard> hear(
            GroupNetwork network, Place place, List<OpenMaster> open, List<Advice> own, double abstainBelow) {
        KeptAnswers kept = KeptAnswers.open(place.settings().output(), place.clock());
        if (network.fresh()) {
            kept.forgetWeb();
            kept.forgetModel();
        }
        if (!network.asks() && kept.none()) {
            return own.stream().map(Heard::own).toList();
        }
        return new OutsideVoices(network, kept, place).hear(place.progress(), open, own, abstainBelow);
    }

    private List<Heard> hear(Progress progress, List<OpenMaster> open, List<Advice> own, double abstainBelow) {
        boolean[] worth = new boolean[open.size()];
        int asked = 0;
        for (int i = 0; i < worth.length; i++) {
            worth[i] = !open.get(i).nameless() && !good(own.get(i));
            asked += worth[i] ? 1 : 0;
        }
        List<Heard> heard = new ArrayList<>();
        try (Progress.Step step = (network.asks() ? progress : Progress.NONE).start("Asking", asked)) {
            for (int i = 0; i < worth.length; i++) {
                heard.add(worth[i] ? ask(open.get(i), own.get(i), abstainBelow) : Heard.own(own.get(i)));
                step.advance(worth[i] ? 1 : 0);
            }
        }
        model.filter(voice -> network.modelAsks()).ifPresent(this::tellCosts);
        return heard;
    }

    private void tellCosts(LanguageModelVoice voice) {
        String spent = voice.spent().signum() == 0 ? "" : ", " + voice.spent().toPlainString() + " spent";
        voice.unanswered().ifPresent(left -> notes.accept(voice.name() + ": " + left + "."));
        notes.accept(voice.name() + ": " + voice.requests() + " requests" + spent + ".");
    }

    private static boolean good(Advice advice) {
        return advice.sure() && advice.groups().get(0).probability() >= SURE;
    }

    private Heard ask(OpenMaster master, Advice own, double abstainBelow) {
        List<Evidence> found = new ArrayList<>();
        List<Opinion> opinions = new ArrayList<>();
        wikidata.ask(master, () -> entities.ask(master)).ifPresent(said -> {
            found.addAll(said.evidence());
            said.suggestion().ifPresent(one -> opinions.add(new Opinion("Wikidata", "", one)));
        });
        searching.follow(wikidata);
        search.flatMap(service -> searching.ask(master, () -> service.search(SuggestedGroup.query(master))))
                .ifPresent(hits -> found.addAll(hits.subList(0, Math.min(SEARCH_HITS, hits.size()))));
        model.flatMap(voice -> voice.suggest(master, found, GROUPS).map(one -> opinion(voice, one)))
                .ifPresent(opinions::add);
        Advice joined = JoinedAdvice.of(own, opinions, found, abstainBelow);
        return new Heard(joined, found, joined.sure() && claimed(joined, own, opinions));
    }

    private boolean claimed(Advice joined, Advice own, List<Opinion> opinions) {
        IndustrialGroup group = joined.groups().get(0).classification().group();
        boolean ownToo = own.sure() && own.groups().get(0).classification().group() == group;
        String name = model.map(LanguageModelVoice::name).orElse("");
        return !ownToo
                && opinions.stream()
                        .filter(one -> one.suggestion().classification().group() == group)
                        .allMatch(one -> one.who().equals(name));
    }

    /** What a model goes by is its own thought, so that comes before what it was told. */
    private static Opinion opinion(LanguageModelVoice voice, GroupSuggestion one) {
        String why = one.reason().startsWith(voice.name() + ": ")
                ? one.reason().substring(voice.name().length() + 2)
                : "";
        List<Evidence> evidence = new ArrayList<>(List.of(new Evidence(voice.name(), "", why)));
        evidence.addAll(one.evidence());
        return new Opinion(
                voice.name(),
                why,
                new GroupSuggestion(one.classification(), one.probability(), one.reason(), evidence));
    }
}
