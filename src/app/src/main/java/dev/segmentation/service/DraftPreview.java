package dev.segmentation.service;

import dev.segmentation.compare.PreviewReport;
import dev.segmentation.rules.check.RuleCheck;
import dev.segmentation.rules.publish.RuleFileSet;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change set would do, as it was when it was looked at.
 *
 * @param content {@code RuleDraft.contentHash} of the draft
 * @param runId the run whose masters were classified, blank if there was none
 * @param program the build of the program that checked it; another one may find other faults
 * @param time when it was made
 * @param by who asked for it
 * @param check what checks and cases found
 * @param report what would change; {@code null} if the rules do not load or there was no run
 * @param flips how many masters would get another group, of which the report may list the first alone
 * @param refined how many would keep it and get another detail, NAICS, support category or method
 * @param conflicts how many would be in conflict and are not now
 * @param seen who has looked at it
 */
public record DraftPreview(
        String content,
        String runId,
        String program,
        Instant time,
        String by,
        RuleCheck.Result check,
        PreviewReport report,
        int flips,
        int refined,
        int conflicts,
        Set<String> seen) {
    private static final int MARK = 32;

    public DraftPreview {
        seen = Set.copyOf(seen);
    }

    /** Names this preview of this draft over this run. */
    public String tag() {
        return RuleFileSet.hash(Map.of("draft", content, "run", runId, "time", time.toString()))
                .substring(0, MARK);
    }

    /** Whether nothing speaks against publishing what it shows. */
    public boolean passed() {
        return check.passed();
    }

    public DraftPreview seenBy(String name) {
        Set<String> more = new TreeSet<>(seen);
        more.add(name);
        return new DraftPreview(content, runId, program, time, by, check, report, flips, refined, conflicts, more);
    }
}
