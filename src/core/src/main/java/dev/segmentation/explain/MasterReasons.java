package dev.segmentation.explain;

import dev.segmentation.name.NameEvidence;
import dev.segmentation.rules.engine.Classifier;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.Trace;
import dev.segmentation.run.MasterBase;
import dev.segmentation.workspace.RunSettings;
import java.util.List;
import java.util.Optional;

/** Why masters are what they are: by the log of one run, by these rules, and by the decisions of people. For one thread. */
public final class MasterReasons {
    private final RuleCatalog catalog;
    private final RunLog log;
    private final MasterBase base;
    private final KeptApart apart;

    /**
     * The reasons of one master.
     *
     * @param members its customers, the most doubtful first
     * @param verdicts what people said of its names and others
     * @param near masters that resemble it and were not merged
     * @param vetoed names that resemble it and are kept apart whatever their score
     * @param how how the rules come to its class
     */
    public record Reasons(
            List<Explanation.Member> members,
            List<String> verdicts,
            List<Explanation.Near> near,
            List<Explanation.Vetoed> vetoed,
            Trace how) {}

    /**
     * Explains by that log.
     *
     * @param base the masters of that run with the decisions of people, {@code null} if there are none
     */
    public MasterReasons(RunSettings settings, RuleCatalog catalog, RunLog log, MasterBase base) {
        this.catalog = catalog;
        this.log = log;
        this.base = base;
        this.apart = new KeptApart(settings, catalog);
        log.each((canonical, member) -> apart.add(member.key(), member.name(), canonical));
    }

    private MasterReasons(MasterReasons former, MasterBase base) {
        this.catalog = former.catalog;
        this.log = former.log;
        this.base = base;
        this.apart = former.apart.anew();
    }

    /** The same masters by the same log and rules, with the decisions of people as they are now. */
    public MasterReasons decided(MasterBase now) {
        return new MasterReasons(this, now);
    }

    /** Those of the master of that canonical name. */
    public Reasons of(String canonical) {
        List<Explanation.Member> members = log.members(canonical);
        return new Reasons(
                members, apart.verdicts(members), log.near(canonical), apart.vetoed(members), how(canonical, members));
    }

    /** By the names that count as evidence and the decisions of people if the map of the last run has the master. */
    private Trace how(String canonical, List<Explanation.Member> members) {
        Optional<Trace> known = base == null ? Optional.empty() : base.trace(canonical, catalog);
        return known.orElseGet(() -> trace(evidence(members)));
    }

    Trace trace(List<NameEvidence> names) {
        try (Classifier classifier = catalog.newClassifier()) {
            return classifier.trace(names, List.of());
        }
    }

    List<NameEvidence> evidence(List<Explanation.Member> members) {
        return members.stream()
                .map(Explanation.Member::name)
                .distinct()
                .map(catalog.parser()::evidence)
                .toList();
    }
}
