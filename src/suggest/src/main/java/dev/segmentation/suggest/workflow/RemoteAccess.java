package dev.segmentation.suggest.workflow;

import dev.segmentation.suggest.language.LanguageSettings;
import dev.segmentation.suggest.network.Limits;
import dev.segmentation.suggest.network.PublicWeb;
import dev.segmentation.suggest.network.SearchService;
import dev.segmentation.suggest.network.Web;
import dev.segmentation.workspace.Version;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What may be asked beside what is learned on this machine. What was said before still counts unless it is to be forgotten; a
 * wrong variable of what is not asked does not matter.
 *
 * @param web whether Wikidata, the search service and websites may be asked
 * @param model the language model; one that may send no requests only knows what it said before
 * @param fresh whether to forget what was said before
 */
public record RemoteAccess(
        Outside outside, Duration pause, boolean web, Optional<LanguageSettings> model, boolean fresh) {
    /** Nothing but this machine. */
    public static final RemoteAccess NONE = of(Outside.real(), Duration.ZERO, false, false, false);

    /**
     * What the operator has set up.
     *
     * @param model whether the language model may be asked
     * @throws IllegalArgumentException with the name of the variable that is wrong
     */
    public static RemoteAccess of(Outside outside, Duration pause, boolean web, boolean model, boolean fresh) {
        RemoteAccess access = new RemoteAccess(outside, pause, web, Optional.empty(), fresh);
        access.search(none -> none); // a wrong variable of the search service is told first
        try {
            Optional<LanguageSettings> settings = outside.model().map(set -> model ? set : set.withoutRequests());
            return new RemoteAccess(outside, pause, web, settings, fresh);
        } catch (IllegalArgumentException e) {
            if (model) {
                throw e;
            }
            return access;
        }
    }

    Web data() {
        return outside.web().apply(Limits.DATA.withPause(pause));
    }

    Web pages() {
        return outside.web().apply(Limits.PAGES.withPause(pause));
    }

    /** The search service that the operator has set up, or what it said before. */
    Optional<SearchService> search(UnaryOperator<Web> cached) {
        try {
            String agent = PublicWeb.agent(Version.product(), outside.environment());
            return SearchService.of(outside.environment(), agent, Limits.DATA.withPause(pause), cached);
        } catch (IllegalArgumentException e) {
            if (web) {
                throw e;
            }
            return Optional.empty();
        }
    }

    boolean asksModel() {
        return model.filter(settings -> settings.maxRequests() > 0).isPresent();
    }

    boolean asks() {
        return web || asksModel();
    }
}
