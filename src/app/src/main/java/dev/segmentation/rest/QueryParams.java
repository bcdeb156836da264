package dev.segmentation.rest;

import dev.segmentation.customer.IndustrialGroup;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads parameters that are numbers or take few values, and refuses missing bodies. */
public final class QueryParams {
    private QueryParams() {}

    /**
     * The value that a parameter means; {@code null} if it is not given.
     *
     * @throws IllegalArgumentException if there is none of that name; the message tells those there are
     */
    public static <T> T of(String parameter, String text, T[] values, Function<T, String> label) {
        if (text == null) {
            return null;
        }
        for (T value : values) {
            if (label.apply(value).equalsIgnoreCase(text)) {
                return value;
            }
        }
        throw wrong(parameter, Arrays.stream(values).map(label).collect(Collectors.joining(", ")));
    }

    /** The word of a list that a parameter is, with one for those who say none. */
    public static String of(String parameter, String text, String standard, String... words) {
        return text == null ? standard : of(parameter, text, words, word -> word);
    }

    /** The same for the parameter {@code group}, whose kind of dash does not matter. */
    public static IndustrialGroup group(String text) {
        return text == null
                ? null
                : IndustrialGroup.parse(text)
                        .orElseGet(() -> of("group", text, IndustrialGroup.values(), IndustrialGroup::label));
    }

    /** The same for a parameter that is true or false. */
    public static Boolean truth(String parameter, String text) {
        return of(parameter, text, new Boolean[] {true, false}, String::valueOf);
    }

    /** The whole number that a parameter is. */
    public static int number(String parameter, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(
                parameter + " is a whole number from " + least + " to " + most + ", not \"" + text + "\".");
    }

    /** The number from 0 to 1 that a parameter is. */
    public static double probability(String parameter, String text) {
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(parameter + " is a number from 0 to 1.");
    }

    private static IllegalArgumentException wrong(String parameter, String values) {
        return new IllegalArgumentException("The parameter " + parameter + " is one of: " + values + ".");
    }

    /**
     * Refuses a body that is missing or {@code null}.
     *
     * @param example what to send instead
     */
    public static void requireBody(Object body, String example) {
        if (body == null) {
            throw new IllegalArgumentException("Send a body, such as " + example + ".");
        }
    }
}
