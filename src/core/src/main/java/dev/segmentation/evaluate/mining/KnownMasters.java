package dev.segmentation.evaluate.mining;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.Confidence;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Progress;
import dev.segmentation.customer.Status;
import dev.segmentation.name.NameEvidence;
import dev.segmentation.output.ClassifiedMaster;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.run.MasterBase;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The masters of the last run: what people decided about them, and what the rules say of them by themselves. */
final class KnownMasters {
    private final RuleCatalog rules;
    private final MasterBase alone;
    private final List<List<NameEvidence>> names;
    private final List<ClassifiedMaster> withPeople;
    private final List<ClassifiedMaster> byRules;
    private final Predicate<String> common;

    /** Classifies them; {@code common} says whether a word is so common that it tells no company by itself. */
    KnownMasters(MasterBase base, RuleCatalog rules, int threads, Progress progress, Predicate<String> common) {
        this.rules = rules;
        this.common = common;
        this.withPeople = base.classify(rules, threads, progress).masters();
        this.alone = base.withoutPeople();
        this.byRules = alone.classify(rules, threads, progress).masters();
        this.names = IntStream.range(0, alone.size())
                .mapToObj(master -> read(master, rules))
                .toList();
    }

    int size() {
        return withPeople.size();
    }

    String name(int master) {
        return withPeople.get(master).master().name();
    }

    /** How many customer keys it has. */
    int keys(int master) {
        return withPeople.get(master).master().members().size();
    }

    /** What people decided, if they are done with it. */
    Optional<Classification> decided(int master) {
        Decision decision = withPeople.get(master).decision();
        return decision.byPeople() && decision.status() != Status.QUEUED && decision.group() != IndustrialGroup.UNKNOWN
                ? Optional.of(decision.classification())
                : Optional.empty();
    }

    /** What the present rules say by themselves. */
    Decision byRules(int master) {
        return byRules.get(master).decision();
    }

    /** Whether the present rules say nothing. */
    boolean unplaced(int master) {
        return byRules(master).group() == IndustrialGroup.UNKNOWN;
    }

    /** The group that is known: people's, else that of the rules where they are sure. */
    Optional<IndustrialGroup> known(int master) {
        Decision rule = byRules(master);
        boolean sure =
                rule.confidence() == Confidence.HIGH && !rule.conflict() && rule.group() != IndustrialGroup.UNKNOWN;
        return decided(master).map(Classification::group).or(() -> sure ? Optional.of(rule.group()) : Optional.empty());
    }

    /** Its names as the rules read them. */
    List<NameEvidence> names(int master) {
        return names.get(master);
    }

    /** Its names as other rules with the same tables of names read them. */
    List<NameEvidence> read(int master, RuleCatalog others) {
        return written(master).stream().map(others::read).toList();
    }

    /** Its names as people wrote them. */
    List<NameEvidence> written(int master) {
        return alone.evidence(master, rules.parser());
    }

    /** The words by which companies of one brand are known: the first, and the second where the first is a common word. */
    String brand(int master) {
        List<String> words = names(master).get(0).words();
        int most = words.size() > 1 && common.test(words.get(0)) ? 2 : 1;
        return String.join(" ", words.subList(0, Math.min(most, words.size())));
    }
}
