package dev.segmentation.rest;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a longer list.
 *
 * @param total how many there are in all
 * @param offset how many come before these
 * @param items these
 * @param <T> what they are
 */
public record Page<T>(
        @Schema(description = "How many there are in all.", required = true) int total,
        @Schema(description = "How many come before these.", required = true) int offset,
        @Schema(description = "These.", required = true) List<T> items) {

    /** The part of a list that was asked for. */
    public static <T> Page<T> of(List<T> all, PageQuery asked) {
        int from = Math.min(asked.offset(), all.size());
        int to = Math.min(from + asked.limit(), all.size());
        return new Page<>(all.size(), from, List.copyOf(all.subList(from, to)));
    }

    /** The same part, each told in another way. */
    public <R> Page<R> map(Function<T, R> told) {
        return new Page<>(total, offset, items.stream().map(told).toList());
    }
}
