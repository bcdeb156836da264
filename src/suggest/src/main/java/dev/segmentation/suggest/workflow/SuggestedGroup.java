package dev.segmentation.suggest.workflow;

import dev.segmentation.files.Fingerprint;
import dev.segmentation.suggest.group.GroupSuggestion;
import dev.segmentation.suggest.group.Prediction;
import dev.segmentation.suggest.text.Evidence;
import dev.segmentation.suggest.text.OpenMaster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of {@code AI_Assisted_Suggestions.csv}.
 *
 * @param groups the likeliest groups, the best first; empty where nothing is suggested
 * @param claimed whether a language model alone names the first group
 * @param found what the network knows of the master, to look up where nothing is suggested
 */
public record SuggestedGroup(
        int rank,
        OpenMaster master,
        List<GroupSuggestion> groups,
        boolean claimed,
        String website,
        String notes,
        List<Evidence> found) {

    public SuggestedGroup {
        groups = List.copyOf(groups);
        found = List.copyOf(found);
    }

    static SuggestedGroup of(OpenMasters.Ranked ranked, EnsemblePrediction ensemble, String website) {
        Prediction prediction = ensemble.prediction();
        GroupSuggestion first = prediction.groups().get(0);
        String notes = prediction.sure() || first.evidence().isEmpty()
                ? prediction.note()
                : prediction.note() + "; first thought: "
                        + first.classification().group().label();
        List<GroupSuggestion> groups = prediction.sure() ? prediction.groups() : List.of();
        return new SuggestedGroup(
                ranked.rank(), ranked.master(), groups, ensemble.claimed(), website, notes, ensemble.found());
    }

    /** Without what people rejected on this very evidence; if that was the first group, nothing is suggested. */
    SuggestedGroup without(Rejections rejections) {
        List<GroupSuggestion> left = new ArrayList<>(groups);
        left.removeIf(group -> rejected(rejections, group, evidence(group)) || rejected(rejections, group, evidence()));
        if (left.size() == groups.size()) {
            return this;
        }
        boolean firstGone = left.isEmpty() || !left.get(0).equals(groups.get(0));
        return new SuggestedGroup(
                rank,
                master,
                firstGone ? List.of() : left,
                claimed && !firstGone,
                website,
                firstGone ? "Rejected before" : notes,
                found);
    }

    static String query(OpenMaster master) {
        return master.name().replace("\"", "") + " what does the company do";
    }

    List<Evidence> sources() {
        return groups.isEmpty() ? found : groups.get(0).evidence();
    }

    /** A row has one evidence: whoever rejects its second or third group does so on that of the first. */
    private boolean rejected(Rejections rejections, GroupSuggestion group, String evidence) {
        return rejections.rejected(
                SuggestionKind.GROUP.label(),
                master.id(),
                group.classification().group().label(),
                evidence);
    }

    /** A hash of what speaks for the first group, blank where nothing is suggested. */
    String evidence() {
        return groups.isEmpty() ? "" : evidence(groups.get(0));
    }

    /** It changes with the names of the master and with the best example; probabilities move with every decision. */
    private String evidence(GroupSuggestion group) {
        StringBuilder all = new StringBuilder(group.classification().group().label());
        master.spellings().forEach(text -> all.append('\n').append(text));
        group.evidence().stream().limit(1).forEach(one -> all.append("\n= ").append(one.title()));
        return Fingerprint.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
