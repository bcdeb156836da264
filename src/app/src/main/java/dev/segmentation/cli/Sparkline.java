package dev.segmentation.cli;

import java.util.List;
import java.util.Objects;

/** A row of numbers as a row of bars, the least the lowest; a gap where a number is not known. */
final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    static String of(List<? extends Number> numbers) {
        double least = numbers.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .min()
                .orElse(0);
        double most = numbers.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .max()
                .orElse(0);
        StringBuilder line = new StringBuilder();
        for (Number number : numbers) {
            if (number == null) {
                line.append(' ');
            } else {
                double share = most == least ? 0 : (number.doubleValue() - least) / (most - least);
                line.append(BARS.charAt((int) Math.round(share * (BARS.length() - 1))));
            }
        }
        return line.toString();
    }
}
