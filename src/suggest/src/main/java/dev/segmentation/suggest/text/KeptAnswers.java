package dev.segmentation.suggest.text;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The answers of others, kept in the output folder as they come: work that was cut off asks nothing twice. */
public record KeptAnswers(AnswerCache web, AnswerCache model) {
    /** What the web says changes. */
    private static final Duration WEB = Duration.ofDays(30);
    /** Answers of a model are paid for, and the same question would be answered alike. */
    private static final Duration MODEL = Duration.ofDays(365);

    /** The answers of an output folder; old ones are dropped. */
    public static KeptAnswers open(Path output, Clock clock) {
        Path folder = output.resolve(".suggest");
        KeptAnswers kept = new KeptAnswers(
                new AnswerCache(folder.resolve("web"), WEB, clock),
                new AnswerCache(folder.resolve("model"), MODEL, clock));
        kept.web.dropOld();
        kept.model.dropOld();
        return kept;
    }

    /** Whether nothing was kept. */
    public boolean none() {
        return web.isEmpty() && model.isEmpty();
    }
}
