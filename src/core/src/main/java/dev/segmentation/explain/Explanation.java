package dev.segmentation.explain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.segmentation.rules.engine.Trace;
import java.util.Comparator;
import java.util.List;

/**
 * Why a master is what it is.
 *
 * @param known whether it stands in the tables of the last run
 * @param master name to show
 * @param canonical canonical name
 * @param masterId id, blank if it is not known
 * @param group industrial group
 * @param detail industry in words
 * @param naics NAICS code
 * @param method how it was decided
 * @param confidence how sure it is
 * @param ruleId what decided
 * @param rationale why
 * @param reasons what else speaks for it; without members if it is not known
 */
public record Explanation(
        boolean known,
        String master,
        String canonical,
        String masterId,
        String group,
        String detail,
        String naics,
        String method,
        String confidence,
        String ruleId,
        String rationale,
        @JsonUnwrapped Reasons reasons) {

    /**
     * What speaks for a master as it is.
     *
     * @param members its customers, the most doubtful first
     * @param verdicts what people said of its names and others
     * @param near masters that resemble it and were not merged
     * @param vetoed names that resemble it and are kept apart whatever their score
     * @param how how the present rules come to its class: what they found, what fired, what was proposed
     */
    public record Reasons(
            List<Member> members, List<String> verdicts, List<Near> near, List<Vetoed> vetoed, Trace how) {}

    /**
     * A member of a master.
     *
     * @param key customer key
     * @param name original name
     * @param type how it was treated
     * @param similarity to the name that brought it in, blank where no score was involved
     * @param reason why it belongs to this master
     */
    public record Member(String key, String name, String type, String similarity, String reason) {
        static final Comparator<Member> WEAKEST_FIRST = Comparator.comparingDouble(
                        (Member member) -> member.similarity().isEmpty() ? 2 : Double.parseDouble(member.similarity()))
                .thenComparing(Member::key);
    }

    /**
     * A master that resembles it and was not merged.
     *
     * @param canonical its canonical name
     * @param score probability that the two are one company
     * @param why what speaks for and against it
     */
    public record Near(String canonical, String score, String why) {}

    /**
     * A name that a veto keeps apart.
     *
     * @param canonical canonical name of the master that bears it
     * @param score probability that the two would be one company without the veto
     * @param why the two names and the veto
     */
    public record Vetoed(String canonical, String score, String why) {}
}
