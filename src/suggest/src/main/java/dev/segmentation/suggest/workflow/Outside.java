package dev.segmentation.suggest.workflow;

import dev.segmentation.suggest.language.LanguageSettings;
import dev.segmentation.suggest.network.Limits;
import dev.segmentation.suggest.network.PublicWeb;
import dev.segmentation.suggest.network.Web;
import dev.segmentation.workspace.Version;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What lies outside of the program: the variables of its process and the public network. Tests bring their own. */
public record Outside(Map<String, String> environment, Function<Limits, Web> web) {
    public Outside {
        environment = Map.copyOf(environment);
    }

    /** The world as it is. */
    public static Outside real() {
        Map<String, String> environment = System.getenv();
        return new Outside(
                environment, limits -> new PublicWeb(PublicWeb.agent(Version.product(), environment), limits));
    }

    /** The language model that the operator has set up. */
    public Optional<LanguageSettings> model() {
        return LanguageSettings.of(environment);
    }
}
