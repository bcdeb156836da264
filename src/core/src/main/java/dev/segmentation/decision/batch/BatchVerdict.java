package dev.segmentation.decision.batch;

import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.decision.file.LegacySegments;
import dev.segmentation.decision.file.SegmentColumns;
import java.util.Optional;

/**
 * What a row of a batch decides: the group of its own column, else that of the headings above it.
 *
 * @param group the group, {@code null} if there is a problem
 * @param support the support category that the words for the group imply
 * @param queued whether the name needs research
 * @param problem why nobody can say what it decides, and what to do; blank if it decides
 */
record BatchVerdict(IndustrialGroup group, SupportCategory support, boolean queued, String problem) {
    private static final BatchVerdict QUEUED =
            new BatchVerdict(IndustrialGroup.UNKNOWN, SupportCategory.NONE, true, "");
    private static final String LOCKED = "Write one of the locked list.";
    private static final String TO_ALIASES =
            "Fill in a column Industrial Group, or add the heading to rules/" + BatchHeadings.FILE + ".";

    static BatchVerdict of(BatchFields row, Section section, LegacySegments legacy, BatchHeadings headings) {
        String cell = row.text(SegmentColumns.GROUP);
        boolean queue = section.meaning().queued();
        if (!BatchCells.dash(cell)) {
            Optional<BatchVerdict> own = legacy.meaning(cell)
                    .map(meaning -> new BatchVerdict(
                            meaning.group(), meaning.support(), meaning.group() == IndustrialGroup.UNKNOWN, ""))
                    .or(() -> headings.meaning(cell).flatMap(BatchVerdict::single));
            String why = "\"" + cell + "\" is no industrial group. " + LOCKED;
            return own.map(verdict ->
                            new BatchVerdict(verdict.group(), verdict.support(), queue || verdict.queued(), ""))
                    .orElse(queue ? QUEUED : new BatchVerdict(null, SupportCategory.NONE, false, why));
        }
        BatchHeadings.Meaning meaning = section.meaning();
        if (meaning.groups().size() != 1
                && new BatchCells(headings).method(row.text(SegmentColumns.METHOD)) == Method.AI_ASSISTED_SEARCH) {
            return QUEUED;
        }
        if (meaning.group().isPresent() || meaning.queued()) {
            return new BatchVerdict(
                    meaning.group().orElse(IndustrialGroup.UNKNOWN), SupportCategory.NONE, meaning.queued(), "");
        }
        String why = meaning.groups().size() > 1
                ? "the heading \"" + section.heading() + "\" names several groups, and the row none. " + LOCKED
                : row.has(SegmentColumns.GROUP)
                        ? "no industrial group is filled in"
                        : section.heading().isEmpty()
                                ? "no heading above it names a group. " + TO_ALIASES
                                : "the heading \"" + section.heading() + "\" names no known group. " + TO_ALIASES;
        return new BatchVerdict(null, SupportCategory.NONE, false, why);
    }

    private static Optional<BatchVerdict> single(BatchHeadings.Meaning meaning) {
        if (meaning.group().isEmpty() && !meaning.queued()) {
            return Optional.empty();
        }
        SupportCategory support =
                meaning.supports().size() == 1 ? meaning.supports().iterator().next() : SupportCategory.NONE;
        return Optional.of(
                new BatchVerdict(meaning.group().orElse(IndustrialGroup.UNKNOWN), support, meaning.queued(), ""));
    }
}
