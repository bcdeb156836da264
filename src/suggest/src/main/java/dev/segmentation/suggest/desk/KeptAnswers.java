package dev.segmentation.suggest.desk;

import dev.segmentation.files.OutputException;
import dev.segmentation.suggest.text.AnswerCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answers of services and of the language model, kept in the output folder as they come: work that was cut off asks nothing
 * twice.
 */
final class KeptAnswers {
    /** What the web says changes. */
    private static final Duration WEB = Duration.ofDays(30);

    /** Answers of a model are paid for, and the same question would be answered alike. */
    private static final Duration MODEL = Duration.ofDays(365);

    /** Any answer is older. */
    private static final Duration NONE = Duration.ofDays(-1);

    private final Path web;
    private final Path model;
    private final Clock clock;

    private KeptAnswers(Path folder, Clock clock) {
        this.web = folder.resolve("web");
        this.model = folder.resolve("model");
        this.clock = clock;
    }

    /** The answers of an output folder; old ones are dropped. */
    static KeptAnswers open(Path output, Clock clock) {
        KeptAnswers answers = new KeptAnswers(output.resolve(".suggest"), clock);
        answers.drop(answers.web, WEB);
        answers.drop(answers.model, MODEL);
        return answers;
    }

    /** Forgets what the web said. */
    void forgetWeb() {
        drop(web, NONE);
    }

    /** Forgets what the language model said, though it was paid for. */
    void forgetModel() {
        drop(model, NONE);
    }

    /** Answers of Wikidata and of the search service. */
    AnswerCache web() {
        return new AnswerCache(web, WEB, clock);
    }

    /** Answers of the language model. */
    AnswerCache model() {
        return new AnswerCache(model, MODEL, clock);
    }

    /** Whether nothing was kept. */
    boolean none() {
        return files(web).isEmpty() && files(model).isEmpty();
    }

    private void drop(Path folder, Duration age) {
        for (Path file : files(folder)) {
            try {
                if (Files.getLastModifiedTime(file).toInstant().plus(age).isBefore(clock.instant())) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw failure(file, e);
            }
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    private static OutputException failure(Path path, IOException e) {
        return new OutputException(path + " cannot be used (" + e + "). Maybe it belongs to somebody else.", e);
    }
}
