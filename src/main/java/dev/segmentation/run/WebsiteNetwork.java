package dev.segmentation.run;

import dev.segmentation.name.NameTables;
import dev.segmentation.suggest.BlockedHosts;
import dev.segmentation.suggest.NameLikeness;
import dev.segmentation.suggest.WebsiteSource;
import dev.segmentation.suggest.web.Agent;
import dev.segmentation.suggest.web.GuessedDomains;
import dev.segmentation.suggest.web.Limits;
import dev.segmentation.suggest.web.PublicWeb;
import dev.segmentation.suggest.web.Web;
import dev.segmentation.suggest.web.WebsiteCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What may be asked for websites beside the registers.
 *
 * @param sources makes the sources, from hosts that are nobody's own and the tables of names
 * @param fresh whether to forget what was said before
 */
public record WebsiteNetwork(BiFunction<BlockedHosts, NameTables, List<WebsiteSource>> sources, boolean fresh) {

    /** Nothing; what was said before still counts unless it is to be forgotten. */
    public static WebsiteNetwork none(boolean fresh) {
        return new WebsiteNetwork((blocked, names) -> List.of(), fresh);
    }

    /**
     * The public network.
     *
     * @param rules the folder of rules
     * @param pause the pause between two requests
     * @param fresh whether to forget what was said before
     * @param environment the variables of the process
     */
    public static WebsiteNetwork open(Path rules, Duration pause, boolean fresh, Map<String, String> environment) {
        Web web = new PublicWeb(Agent.of(Version.product(), environment), Limits.PAGES.withPause(pause));
        return over(web, rules, fresh);
    }

    /** The pages of that web. */
    public static WebsiteNetwork over(Web web, Path rules, boolean fresh) {
        return new WebsiteNetwork(
                (blocked, names) -> {
                    NameLikeness likeness = new NameLikeness(rules.resolve("names"), names, error -> {});
                    return List.of(new GuessedDomains(new WebsiteCheck(web, likeness), likeness, blocked));
                },
                fresh);
    }
}
