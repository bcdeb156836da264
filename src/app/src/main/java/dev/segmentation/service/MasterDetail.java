package dev.segmentation.service;

import dev.segmentation.customer.KeyOverride;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.explain.Explanation;
import dev.segmentation.explain.HistoryEntry;
import dev.segmentation.rules.engine.Trace;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is known of a master. */
@Schema(name = "MasterDetail")
public record MasterDetail(
        @Schema(required = true, description = "The run whose masters these are.") String runId,
        @Schema(required = true) MasterInfo master,
        @Schema(required = true, description = "How many customers it has; members tells the first 10,000 of them.")
                int memberCount,
        @Schema(required = true, description = "Its customers and why they belong to it.") List<Member> members,
        @Schema(required = true, description = "Masters that resemble it and were not merged.") List<Near> near,
        @Schema(required = true, description = "Names that resemble it and are kept apart whatever their score.")
                List<Explanation.Vetoed> vetoed,
        @Schema(required = true, description = "What people said of its names and others, as sentences.")
                List<String> verdicts,
        @Schema(required = true, description = "What people decided about it.") List<Decision> decisions,
        @Schema(required = true, description = "What people decided about its customer keys.")
                List<KeyDecision> keyDecisions,
        @Schema(required = true, description = "How the rules in use come to its class.") How how,
        @Schema(required = true, description = "What happened to it, the newest last; at most the last 1,000.")
                List<HistoryEntry> history) {
    /** A customer and why it belongs to the master. */
    @Schema(name = "Member")
    public record Member(
            @Schema(required = true) String key,
            @Schema(required = true) String number,
            @Schema(required = true) String name,
            @Schema(required = true) String source,
            @Schema(required = true) String lastBilling,
            @Schema(required = true, description = "How it was treated, blank if the log does not tell.") String type,
            @Schema(required = true, description = "To the name that brought it in, blank where no score was involved.")
                    String similarity,
            @Schema(required = true) String reason) {}

    /** A master that resembles it. */
    @Schema(name = "NearMaster")
    public record Near(
            @Schema(required = true, description = "Blank if no master has this name now.") String id,
            @Schema(required = true) String canonical,
            @Schema(required = true, description = "Probability that the two are one company.") String score,
            @Schema(required = true) String why) {}

    /** A decision of people about the master. */
    @Schema(name = "DecisionAboutMaster")
    public record Decision(
            @Schema(required = true, ref = "IndustrialGroup") String group,
            @Schema(required = true) String detail,
            @Schema(required = true) String naics,
            @Schema(required = true) String supportCategory,
            @Schema(required = true) String website,
            @Schema(required = true) String status,
            @Schema(required = true, description = "Manual, or the batch it came from.") String source,
            @Schema(required = true) String owner,
            @Schema(required = true) String date,
            @Schema(required = true) String reason) {
        static Decision of(MasterDecision one) {
            return new Decision(
                    one.classification().group().label(),
                    one.classification().detail(),
                    one.classification().naics(),
                    one.classification().support().label(),
                    one.website(),
                    one.status().label(),
                    one.source(),
                    one.owner(),
                    one.date(),
                    one.reason());
        }
    }

    /** A decision of people about a customer key. */
    @Schema(name = "DecisionAboutKey")
    public record KeyDecision(
            @Schema(required = true) String key,
            @Schema(required = true, description = "The master it belongs to, blank if that was not decided.")
                    String masterName,
            @Schema(required = true, description = "The group, blank if none was decided.") String group,
            @Schema(required = true) String notes) {
        static KeyDecision of(KeyOverride one) {
            return new KeyDecision(
                    one.key(),
                    one.masterName(),
                    one.segment() == null ? "" : one.segment().label(),
                    one.notes());
        }
    }

    /** How the rules come to a class. */
    @Schema(name = "How")
    public record How(
            @Schema(required = true, description = "Its names as the rules read them.") List<String> readAs,
            @Schema(required = true, description = "Terms and concepts that stand in its names.")
                    List<Trace.SeenPhrase> phrases,
            @Schema(required = true, description = "Rules that fired, in order.") List<Trace.SeenRule> fired,
            @Schema(required = true, description = "What was proposed, what decides first.")
                    List<Trace.SeenProposal> proposals) {}
}
