package dev.segmentation.rules.drl;

import dev.segmentation.rules.drl.DrlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks what stands between {@code then} and {@code end}, and notes what it proposes.
 *
 * <pre>
 * action := variable "." "propose" "(" value {"," value} ")" ";" | "insertLogical" "(" value ")" ";"
 * value  := part { "+" part }        part := text | variable { "." question "(" ")" }
 * </pre>
 */
final class DrlActions {
    /** Words that people try here, and what to write instead. */
    private static final Map<String, String> BETTER =
            Map.of("insert", "insert leaves its fact behind for the next master");

    private final DrlCursor tokens;
    private final DrlConditions.Known known;
    private final List<DrlRule.Proposed> proposed = new ArrayList<>();

    private DrlActions(DrlCursor tokens, DrlConditions.Known known) {
        this.tokens = tokens;
        this.known = known;
    }

    static List<DrlRule.Proposed> check(DrlCursor tokens, DrlConditions.Known known) throws DrlRefusal {
        DrlActions actions = new DrlActions(tokens, known);
        while (!tokens.at("end")) {
            actions.action();
        }
        return actions.proposed;
    }

    private void action() throws DrlRefusal {
        DrlToken first = tokens.expect(Kind.WORD, "an action");
        if (first.isVariable()) {
            reference(first);
            tokens.expect(".");
            propose();
        } else if (first.is(DrlWords.INFER)) {
            infer(first);
        } else if (BETTER.containsKey(first.text())) {
            throw new DrlRefusal(first.line(), first.text(), BETTER.get(first.text()), "Write insertLogical.");
        } else {
            throw new DrlRefusal(first.line(), first.text(), "this is no action of a rule");
        }
        tokens.expect(";");
    }

    private void propose() throws DrlRefusal {
        DrlToken action = tokens.expect(Kind.WORD, "propose");
        if (!action.is(DrlWords.PROPOSE)) {
            throw new DrlRefusal(action.line(), action.text(), "this is no action of a rule");
        }
        List<String> values = new ArrayList<>();
        tokens.expect("(");
        do {
            values.add(value());
        } while (tokens.skip(","));
        tokens.expect(")");
        proposed.add(new DrlRule.Proposed(values, action.line()));
    }

    /** One step only: what is inferred from an inferred text could support itself, or never end. */
    private void infer(DrlToken action) throws DrlRefusal {
        if (known.inferred()) {
            throw new DrlRefusal(
                    action.line(),
                    action.text(),
                    "a rule that asks for an inferred text infers another one",
                    "Infer from facts alone.");
        }
        tokens.expect("(");
        value();
        tokens.expect(")");
    }

    /** A value; the text of one that is written out, else {@code null}. */
    private String value() throws DrlRefusal {
        String text = part();
        while (tokens.skip("+")) {
            part();
            text = null;
        }
        return text;
    }

    private String part() throws DrlRefusal {
        if (tokens.at(Kind.TEXT)) {
            return tokens.take().text();
        }
        reference(tokens.expect(Kind.WORD, "a text or a variable"));
        while (tokens.skip(".")) {
            DrlToken question = tokens.expect(Kind.WORD, "a method");
            if (!DrlWords.QUESTIONS.contains(question.text())) {
                throw new DrlRefusal(
                        question.line(), question.text(), "this name is not on the list of what rules may use");
            }
            tokens.expect("(");
            tokens.expect(")");
        }
        return null;
    }

    private void reference(DrlToken variable) throws DrlRefusal {
        if (!known.variables().contains(variable.text())) {
            throw new DrlRefusal(variable.line(), variable.text(), "this is no variable of the rule's conditions");
        }
    }
}
