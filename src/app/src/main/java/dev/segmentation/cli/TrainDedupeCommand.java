package dev.segmentation.cli;

import dev.segmentation.cli.console.Task;
import dev.segmentation.dedupe.linkage.ModelTrainer;
import dev.segmentation.evaluate.dedupe.DedupeTraining;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "dedupe",
        description = {
            "Fits the weights of the dedupe to labelled lists, and writes them as a table.",
            "Give --customers and --truth once for each list; each list counts the same. Measure the result with"
                    + " `evaluate dedupe` on a list that it was not fitted to.",
            ""
        },
        footer = {
            "",
            "Example: segmenter train dedupe --customers list.csv --truth labels.csv --model rules/dedupe/model.csv"
        })
final class TrainDedupeCommand extends Task {
    @Option(names = "--customers", paramLabel = "FILE", required = true, description = "A customer list.")
    private List<Path> customers;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            required = true,
            description = "Its labels: a CSV file with the columns Customer Key and EntityId.")
    private List<Path> truth;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            required = true,
            description = "Where to write the weights; rules/dedupe/model.csv is the one in use.")
    private Path model;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            defaultValue = "${env:SEGMENTER_RULES:-rules}",
            description = "Folder of the rule sets, for the name tables (default: ${DEFAULT-VALUE}).")
    private Path rules;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Encoding of the files (default: UTF-8).")
    private Charset encoding = StandardCharsets.UTF_8;

    @Override
    protected void check() {
        if (customers.size() != truth.size()) {
            throw wrong(
                    "Every list needs its labels: " + customers.size() + " --customers, " + truth.size() + " --truth.");
        }
    }

    @Override
    protected int work() throws IOException {
        DedupeTraining training = new DedupeTraining(rules, encoding, console.progress());
        List<ModelTrainer.Lesson> lessons = training.execute(customers, truth, model);
        for (int i = 0; i < lessons.size() && !console.quiet(); i++) {
            ModelTrainer.Lesson lesson = lessons.get(i);
            console.say(customers.get(i) + ": " + lesson.names() + " names, " + lesson.pairs() + " pairs, "
                    + lesson.matches() + " of them one company, " + lesson.evident() + " by their names");
        }
        training.rejected().forEach(error -> console.tell(error.toString()));
        if (!console.quiet()) {
            console.say("Wrote " + model);
        }
        return training.rejected().isEmpty() ? DONE : REJECTED;
    }
}
