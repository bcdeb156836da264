package dev.segmentation.suggest.workflow;

import dev.segmentation.suggest.language.LanguageSettings;
import dev.segmentation.suggest.network.Limits;
import dev.segmentation.suggest.network.PublicWeb;
import dev.segmentation.suggest.network.SearchService;
import dev.segmentation.suggest.network.Web;
import dev.segmentation.suggest.network.WebSearch;
import dev.segmentation.workspace.Version;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What lies outside of the program: the variables of its process and the public network. Tests bring their own.
 *
 * @param environment the variables
 * @param web makes the public web within limits
 */
public record Outside(Map<String, String> environment, Function<Limits, Web> web) {
    /** Copies the variables. */
    public Outside {
        environment = Map.copyOf(environment);
    }

    /** The world as it is. */
    public static Outside real() {
        Map<String, String> environment = System.getenv();
        return new Outside(environment, limits -> new PublicWeb(agent(environment), limits));
    }

    private static String agent(Map<String, String> environment) {
        return PublicWeb.agent(Version.product(), environment);
    }

    /** Wikidata and what else answers with data. */
    Web data(Duration pause) {
        return web.apply(Limits.DATA.withPause(pause));
    }

    /** Pages of strangers. */
    Web pages(Duration pause) {
        return web.apply(Limits.PAGES.withPause(pause));
    }

    /** The search service that the operator has set up. If it is gone, the network need not be. */
    Optional<WebSearch> search(Duration pause, UnaryOperator<Web> cached) {
        return SearchService.of(environment, agent(environment), Limits.DATA.withPause(pause), cached)
                .map(service -> query -> {
                    try {
                        return service.search(query);
                    } catch (Web.OfflineException e) {
                        throw new IOException("The search service cannot be reached", e);
                    }
                });
    }

    /** The language model that the operator has set up. */
    public Optional<LanguageSettings> model() {
        return LanguageSettings.of(environment);
    }

    /**
     * Looks whether the variables make sense, before anything is asked.
     *
     * @param web whether the search service is to be asked
     * @param model whether the language model is
     * @throws IllegalArgumentException with the name of the variable that is wrong
     */
    public void check(boolean web, boolean model) {
        if (web) {
            search(Duration.ZERO, none -> none);
        }
        if (model) {
            model();
        }
    }
}
