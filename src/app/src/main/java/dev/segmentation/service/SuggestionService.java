package dev.segmentation.service;

import dev.segmentation.customer.Progress;
import dev.segmentation.decision.Expected;
import dev.segmentation.decision.StaleException;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.suggest.workflow.GroupSuggestions;
import dev.segmentation.suggest.workflow.OpenSuggestion;
import dev.segmentation.suggest.workflow.RemoteAccess;
import dev.segmentation.suggest.workflow.SuggestionAnswers;
import dev.segmentation.suggest.workflow.SuggestionKind;
import dev.segmentation.suggest.workflow.SuggestionPick;
import dev.segmentation.suggest.workflow.SuggestionReview;
import dev.segmentation.suggest.workflow.Suggestions;
import dev.segmentation.suggest.workflow.WebsiteSuggestions;
import dev.segmentation.table.TableException;
import dev.segmentation.workspace.RunSettings;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Where people ask for suggestions and answer them. Nothing outside of this machine is asked. */
public final class SuggestionService {
    /** Below it nothing is suggested, as on the command line. */
    private static final double SURE_ENOUGH = 0.35;

    private final RunSettings settings;
    private final Clock clock;
    private final GovernanceStore store;
    private final Jobs jobs;

    SuggestionService(RunSettings settings, Clock clock, GovernanceStore store, Jobs jobs) {
        this.settings = settings;
        this.clock = clock.withZone(ZoneId.systemDefault());
        this.store = store;
        this.jobs = jobs;
    }

    /** The suggestions of that kind that were made last, by rank; none if none were made. */
    public List<OpenSuggestion> list(SuggestionKind kind) {
        return Files.exists(settings.output().resolve(kind.file())) ? read(kind).all() : List.of();
    }

    /** The suggestion for a master. */
    public Optional<OpenSuggestion> find(SuggestionKind kind, String masterId) {
        return list(kind).stream()
                .filter(one -> one.masterId().equals(masterId))
                .findFirst();
    }

    private Suggestions read(SuggestionKind kind) {
        return Suggestions.read(settings, kind, note -> {});
    }

    /** Adds a job that suggests for the most valuable masters; the file of that kind has what it made. */
    public Job suggest(SuggestionKind kind, int limit, String by) {
        return jobs.submit(kind.command(), by, progress -> {
            make(kind, limit, progress);
            return kind;
        });
    }

    private void make(SuggestionKind kind, int limit, Progress progress) {
        if (kind == SuggestionKind.GROUP) {
            new GroupSuggestions(settings, clock, progress, note -> {})
                    .suggest(limit, List.of(), SURE_ENOUGH, RemoteAccess.NONE);
        } else {
            new WebsiteSuggestions(settings, clock, progress, note -> {}).suggest(limit, RemoteAccess.NONE);
        }
    }

    /**
     * Answers a suggestion.
     *
     * @param place 1 for what is suggested first
     * @param expected how the suggestion looked when somebody read it
     * @param answer accepts or rejects it
     * @throws StaleException if it is not any more as it was read
     */
    public SuggestionAnswers answer(
            SuggestionKind kind,
            String masterId,
            int place,
            Expected expected,
            BiFunction<SuggestionReview, List<SuggestionPick>, SuggestionAnswers> answer) {
        Suggestions suggestions = read(kind);
        Optional<OpenSuggestion> present = suggestions.ofMaster(masterId);
        expected.check("master " + masterId, present.map(OpenSuggestion::tag), present::orElseThrow);
        SuggestionPick pick = new SuggestionPick(present.orElseThrow().rank(), place);
        suggestions.fault(pick).ifPresent(fault -> {
            throw new TableException(fault + ".");
        });
        return answer.apply(new SuggestionReview(suggestions, settings, store, note -> {}), List.of(pick));
    }
}
