package dev.segmentation.suggest.workflow;

import dev.segmentation.suggest.language.LanguageSettings;
import dev.segmentation.suggest.network.Web;
import dev.segmentation.suggest.network.WebSearch;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What may be asked for groups beside what is learned on this machine. What was said before still counts unless it is to be
 * forgotten.
 *
 * @param outside the network
 * @param pause the pause between two requests to a service
 * @param web whether Wikidata and the search service may be asked
 * @param model the language model; one that may send no requests only knows what it said before
 * @param fresh whether to forget what was said before
 */
public record GroupNetwork(
        Outside outside, Duration pause, boolean web, Optional<LanguageSettings> model, boolean fresh) {

    /**
     * The network as the operator has set it up.
     *
     * @param web whether the web may be asked
     * @param model whether the language model may be asked
     * @throws IllegalArgumentException if a variable is wrong that is needed
     */
    public static GroupNetwork of(Outside outside, Duration pause, boolean web, boolean model, boolean fresh) {
        return new GroupNetwork(outside, pause, web, model ? outside.model() : withoutRequests(outside), fresh);
    }

    private static Optional<LanguageSettings> withoutRequests(Outside outside) {
        try {
            return outside.model().map(LanguageSettings::withoutRequests);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // it is not asked, so a wrong variable does not matter
        }
    }

    /** The search service, or what it said before. */
    Optional<WebSearch> search(UnaryOperator<Web> cached) {
        try {
            return outside.search(pause, cached);
        } catch (IllegalArgumentException e) {
            if (web) {
                throw e;
            }
            return Optional.empty(); // it is not asked, so a wrong variable does not matter
        }
    }

    /** Whether anything may be asked. */
    boolean asks() {
        return web || modelAsks();
    }

    /** Whether the language model may be asked. */
    boolean modelAsks() {
        return model.filter(settings -> settings.maxRequests() > 0).isPresent();
    }
}
