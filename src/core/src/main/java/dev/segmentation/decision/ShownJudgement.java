package dev.segmentation.decision;

/**
 * A row of {@code MasterMergeOverrides.csv} as people look at it.
 *
 * @param id of the pair, whichever of both comes first
 * @param alias the name that is merged or kept apart
 * @param master the name of the master
 * @param judgement merge or never
 * @param owner who judged
 * @param date when
 * @param reason why
 * @param line where it stands in the file
 * @param tag changes with what is judged of this pair
 */
public record ShownJudgement(
        String id,
        String alias,
        String master,
        String judgement,
        String owner,
        String date,
        String reason,
        long line,
        String tag) {}
