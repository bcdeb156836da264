package dev.segmentation.decision;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * In which state somebody believes a thing to be that they want to change.
 *
 * @param absent whether it is not to be there
 * @param tags its tag is one of these; any will do if there are none
 */
public record Expected(boolean absent, Set<String> tags) {
    /** It is not there. */
    public static final Expected NOTHING = new Expected(true, Set.of());
    /** It is there, however it may be. */
    public static final Expected ANYTHING = new Expected(false, Set.of());

    /** Copies the tags. */
    public Expected {
        tags = Set.copyOf(tags);
    }

    /** It has one of these tags. */
    public static Expected tagged(Set<String> tags) {
        return new Expected(false, tags);
    }

    /**
     * Looks whether it is so.
     *
     * @param what it is about, for people
     * @param tag the tag that it has, empty if it is not there
     * @param present tells it as it is; asked only where it is there and not as expected
     * @throws StaleException if it is otherwise
     */
    public void check(String what, Optional<String> tag, Supplier<?> present) {
        if (absent && tag.isPresent()) {
            throw new StaleException(
                    "There is a decision about " + what + " already. Look at it, then change that one.",
                    tag,
                    present.get());
        }
        if (!absent && tag.isEmpty()) {
            throw new StaleException("There is no decision about " + what + " any more.", tag, null);
        }
        if (!absent && !tags.isEmpty() && !tags.contains(tag.orElseThrow())) {
            throw new StaleException(
                    "Somebody else changed what was decided about " + what + " since you read it. Look at it as it is"
                            + " now, then decide again.",
                    tag,
                    present.get());
        }
    }
}
