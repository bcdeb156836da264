package dev.segmentation.cli;

import dev.segmentation.explain.Explain;
import dev.segmentation.explain.Explanation;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.Trace;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segmenter explain NAME}. */
@Command(
        name = "explain",
        description =
                "Shows how a name was merged and why it has its class. A name that is in no run is worked out by the rules.",
        mixinStandardHelpOptions = true,
        versionProvider = SegmenterCommand.Versions.class)
final class ExplainCommand implements Callable<Integer> {
    private static final int MOST = 5;

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            description = "A master's name, any spelling of it, a customer key or a master id.")
    private List<String> words;

    @Option(names = "--brief", description = "Leave out what the rules found and which of them fired.")
    private boolean brief;

    @Mixin
    private CommonOptions options;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        console.startLog();
        if (String.join("", words).isBlank()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Say which name: segmenter explain NAME");
        }
        PrintWriter out = spec.commandLine().getOut();
        RuleCatalog catalog = RuleCatalog.load(options.rules(), options.cache());
        List<Explanation> answers = new Explain(options.settings(), catalog).explain(String.join(" ", words));
        if (console.json()) {
            out.println(Json.of(answers));
        } else {
            answers.forEach(answer -> print(out, answer));
        }
        return ExitCode.DONE;
    }

    private static void how(PrintWriter out, Trace how) {
        how.readAs().stream().filter(name -> name.endsWith(")")).forEach(name -> out.println("  Read        " + name));
        how.proposals().stream().findFirst().ifPresent(best -> {
            out.println("  Decided by  " + best.id() + ", band " + best.band() + ", group priority " + best.priority()
                    + (best.place().isEmpty() ? "" : ", " + best.place()));
        });
        how.proposals().stream()
                .skip(1)
                .limit(MOST)
                .forEach(other -> out.println("  Next        " + other.group() + " by " + other.id() + ", band "
                        + other.band() + ", group priority " + other.priority()
                        + (other.place().isEmpty() ? "" : ", " + other.place()) + ": " + other.why()));
        for (Trace.SeenPhrase phrase : how.phrases()) {
            out.println((phrase.objection().isEmpty() ? "  Found       " : "  Not         ") + phrase.kind() + " "
                    + phrase.id() + " \"" + phrase.text() + "\""
                    + (phrase.group().isEmpty() ? "" : " (" + phrase.group() + ")") + ", " + phrase.place()
                    + (phrase.objection().isEmpty() ? "" : ": " + phrase.objection()));
        }
        how.fired()
                .forEach(rule -> out.println("  Fired       " + rule.id() + " " + rule.sentence() + "  [" + rule.band()
                        + ", " + rule.place() + "]"));
    }

    private void print(PrintWriter out, Explanation answer) {
        out.println(answer.master() + "  [" + answer.canonical()
                + (answer.masterId().isEmpty() ? "" : ", " + answer.masterId()) + "]");
        if (!answer.known()) {
            out.println("  in no run of this output folder; worked out by the present rules");
        }
        out.println("  Group       " + answer.group());
        out.println("  Detail      " + answer.detail()
                + (answer.naics().isEmpty() ? "" : " (NAICS " + answer.naics() + ")"));
        out.println(
                "  Method      " + answer.method() + ", confidence " + answer.confidence() + ", by " + answer.ruleId());
        out.println("  Rationale   " + answer.rationale());
        if (!brief) {
            how(out, answer.how());
        }
        if (!answer.members().isEmpty()) {
            out.println("  Members     " + answer.members().size());
        }
        for (Explanation.Member member : answer.members()) {
            out.println("    " + member.key() + "  " + member.name()
                    + (member.type().isEmpty() ? "" : "  [" + member.type() + "]"));
            out.println("        " + member.reason());
        }
        answer.verdicts().forEach(verdict -> out.println("  People      " + verdict));
        for (Explanation.Near near : answer.near()) {
            out.println("  Maybe also  " + near.canonical() + " (" + near.score() + "), not merged: " + near.why());
        }
        for (Explanation.Vetoed vetoed : answer.vetoed()) {
            out.println("  Not         " + vetoed.canonical() + " (" + vetoed.score() + " but for the veto): "
                    + vetoed.why());
        }
    }
}
