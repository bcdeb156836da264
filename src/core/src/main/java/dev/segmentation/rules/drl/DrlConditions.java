package dev.segmentation.rules.drl;

import dev.segmentation.rules.drl.DrlToken.Kind;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks what stands between {@code when} and {@code then}: patterns on facts, whose constraints compare properties,
 * answers of the master, constants and literals.
 *
 * <pre>
 * conditions := { condition }
 * condition  := unit { ("and" | "or" | "&amp;&amp;" | "||") unit }
 * unit       := ("not" | "exists") unit | "(" condition ")" | [variable ":"] fact "(" [constraint {"," constraint}] ")"
 * constraint := [variable ":"] expression
 * </pre>
 */
final class DrlConditions {
    private static final int MAX_PATTERNS = 4;
    private static final int MAX_DEPTH = 16;
    private static final Set<String> JOINING = Set.of("and", "or", "&&", "||");
    private static final Set<String> COMPARING = Set.of("==", "!=", "<", "<=", ">", ">=", "&&", "||", "+");

    private final DrlTokens tokens;
    private final Set<String> variables = new HashSet<>();
    private int patterns;
    private int depth;
    private boolean inferred;

    private DrlConditions(DrlTokens tokens) {
        this.tokens = tokens;
    }

    static DrlConditions check(DrlTokens tokens) throws DrlRefusal {
        DrlConditions conditions = new DrlConditions(tokens);
        while (!tokens.at("then")) {
            conditions.condition();
        }
        return conditions;
    }

    Set<String> variables() {
        return variables;
    }

    /** Whether one of the conditions is about what another rule inferred. */
    boolean inferred() {
        return inferred;
    }

    private void condition() throws DrlRefusal {
        enter();
        unit();
        while (tokens.peek().kind() != Kind.TEXT
                && JOINING.contains(tokens.peek().text())) {
            tokens.take();
            unit();
        }
        depth--;
    }

    private void unit() throws DrlRefusal {
        enter();
        if (tokens.skip("not") || tokens.skip("exists")) {
            unit();
        } else if (tokens.skip("(")) {
            condition();
            tokens.expect(")");
        } else {
            pattern();
        }
        depth--;
    }

    private void pattern() throws DrlRefusal {
        variable();
        DrlToken fact = tokens.expect(Kind.WORD, "the type of a fact");
        if (!DrlWords.FACTS.contains(fact.text())) {
            throw fact.refused("this is no fact that rules may ask");
        }
        if (++patterns > MAX_PATTERNS) {
            throw fact.refused(
                    "more than " + MAX_PATTERNS + " patterns in one rule",
                    "Ask the master instead, as in master.is(\"religious\").");
        }
        inferred |= fact.is(DrlWords.INFERRED);
        tokens.expect("(");
        if (!tokens.skip(")")) {
            do {
                variable();
                expression();
            } while (tokens.skip(","));
            tokens.expect(")");
        }
    }

    private void variable() throws DrlRefusal {
        if (tokens.peek().isVariable() && tokens.second().is(":")) {
            variables.add(tokens.take().text());
            tokens.take();
        }
    }

    /** Operands and operators in turn; which of them bind more closely is not of interest here. */
    private void expression() throws DrlRefusal {
        enter();
        operand();
        while (tokens.at(Kind.SIGN) && COMPARING.contains(tokens.peek().text())) {
            tokens.take();
            operand();
        }
        depth--;
    }

    private void operand() throws DrlRefusal {
        if (tokens.skip("!")) {
            enter();
            operand();
            depth--;
        } else if (tokens.skip("(")) {
            expression();
            tokens.expect(")");
        } else if (tokens.skip("-")) {
            tokens.expect(Kind.NUMBER, "a number");
        } else if (tokens.at(Kind.TEXT) || tokens.at(Kind.NUMBER)) {
            tokens.take();
        } else {
            name(tokens.expect(Kind.WORD, "something to compare"));
        }
    }

    private void name(DrlToken first) throws DrlRefusal {
        if (DrlWords.LITERALS.contains(first.text())) {
            return;
        }
        if (DrlWords.ENUMS.contains(first.text())) {
            constant(first);
        } else if (tokens.at("(") && DrlWords.QUESTIONS.contains(first.text())) {
            arguments();
            members();
        } else if (variables.contains(first.text()) || first.is("this") || DrlWords.PROPERTIES.contains(first.text())) {
            members();
        } else {
            throw first.unknownName();
        }
    }

    private void constant(DrlToken first) throws DrlRefusal {
        do {
            tokens.expect(".");
            DrlToken constant = tokens.expect(Kind.WORD, "a constant of " + first.text());
            if (!DrlWords.CONSTANTS.contains(constant.text())) {
                throw constant.unknownName();
            }
        } while (tokens.at("."));
    }

    private void members() throws DrlRefusal {
        int outside = depth;
        while (tokens.skip(".")) {
            enter();
            DrlToken member = tokens.expect(Kind.WORD, "a property or a method");
            boolean method = tokens.at("(");
            if (!(method ? DrlWords.QUESTIONS : DrlWords.PROPERTIES).contains(member.text())) {
                throw member.unknownName();
            }
            if (method) {
                arguments();
            }
        }
        depth = outside;
    }

    private void arguments() throws DrlRefusal {
        tokens.expect("(");
        if (!tokens.skip(")")) {
            do {
                expression();
            } while (tokens.skip(","));
            tokens.expect(")");
        }
    }

    private void enter() throws DrlRefusal {
        if (++depth > MAX_DEPTH) {
            throw tokens.peek().refused("too many brackets, negations or members within each other");
        }
    }
}
