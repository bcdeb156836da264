package dev.segmentation.suggest.desk;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.decision.StandingDecisions;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.table.edit.EditableTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes accepted groups into {@code MasterSegmentationOverrides.csv}. */
final class AcceptedGroups {
    private final EditableTable table;
    private final StandingDecisions standing;
    private final String source;
    private final String owner;
    private final String today;

    AcceptedGroups(GovernanceTables tables, StandingDecisions standing, String source, String owner, String today) {
        this.table = tables.table(GovernanceFiles.SEGMENTS);
        this.standing = standing;
        this.source = source;
        this.owner = owner;
        this.today = today;
    }

    /**
     * Accepts what is suggested at a place, or what the person chose; never over a decision that stands.
     *
     * @param before whether it was rejected before
     */
    SuggestionAnswer accept(SuggestionPick pick, SuggestedRow row, Optional<IndustrialGroup> chosen, boolean before) {
        Optional<SuggestedRow.Offer> offer = chosen.isEmpty()
                ? Optional.of(row.offers().get(pick.place() - 1))
                : row.offers().stream()
                        .filter(one -> one.classification().group() == chosen.get())
                        .findFirst();
        Classification said = offer.map(SuggestedRow.Offer::classification)
                .orElseGet(() -> new Classification(chosen.orElseThrow(), "", "", SupportCategory.NONE));
        SuggestionAnswer answer = answer(pick, row, said, offer, before && chosen.isEmpty());
        return chosen.isPresent() ? answer.about(said.group().label()) : answer;
    }

    private SuggestionAnswer answer(
            SuggestionPick pick,
            SuggestedRow row,
            Classification said,
            Optional<SuggestedRow.Offer> offer,
            boolean before) {
        String group = said.group().label();
        Optional<StandingDecisions.Standing> decided = standing.group(row.masterId());
        if (decided.isPresent()) {
            boolean so = decided.get().value().equals(group);
            return SuggestionAnswer.of(
                    pick,
                    row,
                    so ? SuggestionAnswer.Outcome.DECIDED_SO : SuggestionAnswer.Outcome.DECIDED_OTHERWISE,
                    "already decided: " + decided.get().told());
        }
        String told = group + " into " + GovernanceFiles.SEGMENTS + remarks(row, before);
        write(row, said, offer);
        return SuggestionAnswer.of(pick, row, SuggestionAnswer.Outcome.ACCEPTED, told);
    }

    private String remarks(SuggestedRow row, boolean before) {
        String replaces = standing.batch(row.masterId())
                .map(batch -> batch.date().compareTo(today) > 0
                        ? "; a newer decision counts: " + batch.told() + ", " + batch.date()
                        : ", replaces " + batch.told())
                .orElse("");
        return replaces + (before ? ", although it was rejected before" : "");
    }

    private void write(SuggestedRow row, Classification said, Optional<SuggestedRow.Offer> offer) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(SegmentColumns.CANONICAL, row.canonical());
        cells.put(SegmentColumns.ID, row.masterId());
        cells.put(SegmentColumns.GROUP, said.group().label());
        cells.put(SegmentColumns.DETAIL, said.detail());
        cells.put(SegmentColumns.NAICS, said.naics());
        cells.put(
                SegmentColumns.METHOD,
                (offer.isPresent() ? Method.AI_ASSISTED_SEARCH : Method.MANUAL_OVERRIDE).label());
        cells.put(SegmentColumns.SUPPORT, said.support().label());
        cells.put(SegmentColumns.STATUS, Status.FINAL.label());
        cells.put(SegmentColumns.SOURCE, source);
        cells.put(SegmentColumns.OWNER, owner);
        cells.put(SegmentColumns.DATE, today);
        cells.put(SegmentColumns.REASON, offer.map(row::reason).orElseGet(row::reasonOfChoice));
        Optional<MasterDecision> own = standing.ofSource(row.masterId(), source);
        if (own.isPresent()) {
            table.replace(table.rows().get(own.get().index()), cells);
        } else {
            table.append(cells);
        }
    }
}
