package dev.segmentation.rules.drl;

import dev.segmentation.customer.Method;
import dev.segmentation.rules.HumanDecision;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list: every name that may stand in the code of a rule. What is not on it is refused. */
final class DrlWords {
    /** Classes that a rule file may import. */
    static final Set<String> IMPORTS = Set.of(
            "dev.segmentation.rules.Master",
            "dev.segmentation.rules.Term",
            "dev.segmentation.rules.Concept",
            "dev.segmentation.rules.KnownEntity",
            "dev.segmentation.rules.HumanDecision",
            "dev.segmentation.rules.HumanDecision.Kind",
            "dev.segmentation.customer.Method");

    /** The type of what {@code insertLogical} infers. */
    static final String INFERRED = "String";

    static final Set<String> FACTS = Set.of("Master", "Term", "Concept", "KnownEntity", "HumanDecision", INFERRED);

    /** Properties of facts, as conditions write them. */
    static final Set<String> PROPERTIES =
            Set.of("id", "group", "kind", "master", "method", "name", "person", "queued", "source", "text");

    /** Methods that only tell something. */
    static final Set<String> QUESTIONS = Set.of(
            "is",
            "has",
            "hasPhrase",
            "startsWith",
            "endsWith",
            "words",
            "legalForm",
            "isPerson",
            "isQueued",
            "getId",
            "getGroup",
            "getKind",
            "getMaster",
            "getMethod",
            "getName",
            "getSource",
            "getText");

    /** Types whose constants conditions may name. */
    static final Set<String> ENUMS = Set.of("Method", "HumanDecision", "Kind");

    /** These constants, and the enum within a fact. */
    static final Set<String> CONSTANTS = Stream.concat(
                    Stream.of("Kind"),
                    Stream.concat(Arrays.stream(Method.values()), Arrays.stream(HumanDecision.Kind.values()))
                            .map(Enum::name))
            .collect(Collectors.toUnmodifiableSet());

    static final String PROPOSE = "propose";

    /** What a rule does so that other rules may build on it. */
    static final String INFER = "insertLogical";

    static final Set<String> LITERALS = Set.of("true", "false", "null");

    private DrlWords() {}
}
