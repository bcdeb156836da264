package dev.segmentation.rules.drl;

import dev.segmentation.rules.drl.DrlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks what stands between {@code then} and {@code end}, and notes what it proposes.
 *
 * <pre>
 * action := variable "." "propose" "(" value {"," value} ")" ";" | "insertLogical" "(" value ")" ";"
 * value  := part { "+" part }        part := text | variable { "." question "(" ")" }
 * </pre>
 */
final class DrlActions {
    private final DrlTokens tokens;
    private final DrlConditions known;
    private final List<DrlGuard.Proposed> proposed = new ArrayList<>();

    private DrlActions(DrlTokens tokens, DrlConditions known) {
        this.tokens = tokens;
        this.known = known;
    }

    static List<DrlGuard.Proposed> check(DrlTokens tokens, DrlConditions known) throws DrlRefusal {
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
        } else if (first.is("insert")) {
            throw first.refused("insert leaves its fact behind for the next master", "Write insertLogical.");
        } else {
            throw first.refused("this is no action of a rule");
        }
        tokens.expect(";");
    }

    private void propose() throws DrlRefusal {
        DrlToken action = tokens.expect(Kind.WORD, "propose");
        if (!action.is(DrlWords.PROPOSE)) {
            throw action.refused("this is no action of a rule");
        }
        List<String> values = new ArrayList<>();
        tokens.expect("(");
        do {
            values.add(value());
        } while (tokens.skip(","));
        tokens.expect(")");
        proposed.add(new DrlGuard.Proposed(values, action.line()));
    }

    /** One step only: what is inferred from an inferred text could support itself, or never end. */
    private void infer(DrlToken action) throws DrlRefusal {
        if (known.inferred()) {
            throw action.refused("a rule that asks for an inferred text infers another one", "Infer from facts alone.");
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
                throw question.unknownName();
            }
            tokens.expect("(");
            tokens.expect(")");
        }
        return null;
    }

    private void reference(DrlToken variable) throws DrlRefusal {
        if (!known.variables().contains(variable.text())) {
            throw variable.refused("this is no variable of the rule's conditions");
        }
    }
}
