package dev.segmentation.cli;

import dev.segmentation.cli.console.FolderTask;
import dev.segmentation.explain.Explain;
import dev.segmentation.explain.Explanation;
import dev.segmentation.rules.engine.RuleCatalog;
import dev.segmentation.rules.engine.Trace;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description =
                "Shows how a name was merged and why it has its class. A name that is in no run is worked out by the rules.")
final class ExplainCommand extends FolderTask {
    private static final int MOST = 5;

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            description = "A master's name, any spelling of it, a customer key or a master id.")
    private List<String> words;

    @Option(names = "--brief", description = "Leave out what the rules found and which of them fired.")
    private boolean brief;

    @Override
    protected int work() {
        if (String.join("", words).isBlank()) {
            throw wrong("Say which name: segmenter explain NAME");
        }
        RuleCatalog catalog = RuleCatalog.load(options.rules(), options.cache());
        List<Explanation> answers = new Explain(options.settings(), catalog).explain(String.join(" ", words));
        if (!console.asJson(answers)) {
            answers.forEach(this::text);
        }
        return DONE;
    }

    private void text(Explanation answer) {
        Explanation.Reasons reasons = answer.reasons();
        console.say(answer.master() + "  [" + answer.canonical() + after(", ", answer.masterId()) + "]");
        if (!answer.known()) {
            console.say("  in no run of this output folder; worked out by the present rules");
        }
        say("Group", answer.group());
        say("Detail", answer.detail() + (answer.naics().isEmpty() ? "" : " (NAICS " + answer.naics() + ")"));
        say("Method", answer.method() + ", confidence " + answer.confidence() + ", by " + answer.ruleId());
        say("Rationale", answer.rationale());
        if (!brief) {
            how(reasons.how());
        }
        if (!reasons.members().isEmpty()) {
            say("Members", Integer.toString(reasons.members().size()));
        }
        for (Explanation.Member member : reasons.members()) {
            console.say("    " + member.key() + "  " + member.name()
                    + (member.type().isEmpty() ? "" : "  [" + member.type() + "]"));
            console.say("        " + member.reason());
        }
        reasons.verdicts().forEach(verdict -> say("People", verdict));
        reasons.near()
                .forEach(near ->
                        say("Maybe also", near.canonical() + " (" + near.score() + "), not merged: " + near.why()));
        reasons.vetoed()
                .forEach(one -> say("Not", one.canonical() + " (" + one.score() + " but for the veto): " + one.why()));
    }

    private void how(Trace how) {
        how.readAs().stream().filter(name -> name.endsWith(")")).forEach(name -> say("Read", name));
        for (int i = 0; i < Math.min(MOST + 1, how.proposals().size()); i++) {
            Trace.SeenProposal one = how.proposals().get(i);
            String where = ", band " + one.band() + ", group priority " + one.priority() + after(", ", one.place());
            if (i == 0) {
                say("Decided by", one.id() + where);
            } else {
                say("Next", one.group() + " by " + one.id() + where + ": " + one.why());
            }
        }
        for (Trace.SeenPhrase phrase : how.phrases()) {
            say(
                    phrase.objection().isEmpty() ? "Found" : "Not",
                    phrase.kind() + " " + phrase.id() + " \"" + phrase.text() + "\""
                            + (phrase.group().isEmpty() ? "" : " (" + phrase.group() + ")") + ", " + phrase.place()
                            + after(": ", phrase.objection()));
        }
        how.fired()
                .forEach(rule -> say(
                        "Fired", rule.id() + " " + rule.sentence() + "  [" + rule.band() + ", " + rule.place() + "]"));
    }

    private void say(String label, String text) {
        console.line("  %-11s %s", label, text);
    }

    private static String after(String before, String text) {
        return text.isEmpty() ? "" : before + text;
    }
}
