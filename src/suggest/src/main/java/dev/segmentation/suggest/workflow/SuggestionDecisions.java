package dev.segmentation.suggest.workflow;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.decision.StandingDecisions;
import dev.segmentation.decision.StandingDecisions.Standing;
import dev.segmentation.decision.file.GovernanceColumns;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.master.MasterResolver;
import dev.segmentation.suggest.workflow.SuggestionAnswer.Outcome;
import dev.segmentation.table.edit.EditableTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes accepted and rejected suggestions into the governance files of one transaction, never over a decision of people. */
final class SuggestionDecisions {
    private final SuggestionKind kind;
    private final GovernanceTables tables;
    private final StandingDecisions standing;
    private final Rejections rejections;
    private final String owner;
    private final String today;

    SuggestionDecisions(
            SuggestionKind kind, GovernanceTables tables, MasterResolver masters, String owner, String today) {
        this.kind = kind;
        this.tables = tables;
        this.standing = new StandingDecisions(tables, masters);
        this.rejections = Rejections.of(tables.table(GovernanceFiles.REJECTIONS).rows());
        this.owner = owner;
        this.today = today;
    }

    /** Whether people rejected this offer before the transaction began. */
    boolean rejected(SuggestionPick pick, OpenSuggestion row) {
        return row.offer(pick.place())
                .filter(offer -> rejections.rejected(kind.label(), row.masterId(), offer.suggested(), row.evidence()))
                .isPresent();
    }

    boolean anyRejected(OpenSuggestion row) {
        return rejections.any(kind.label(), row.masterId());
    }

    /** Accepts the offer that was picked, or the group that the person chose. */
    SuggestionAnswer acceptGroup(SuggestionPick pick, OpenSuggestion row, Optional<IndustrialGroup> chosen) {
        Optional<OpenSuggestion.Offer> offer = chosen.isEmpty()
                ? row.offer(pick.place())
                : row.offers().stream()
                        .filter(one -> one.suggested().equals(chosen.get().label()))
                        .findFirst();
        Classification classification = offer.map(OpenSuggestion.Offer::classification)
                .orElseGet(() -> new Classification(chosen.orElseThrow(), "", "", SupportCategory.NONE));
        String group = classification.group().label();
        SuggestionAnswer answer = standing.group(row.masterId())
                .map(decided -> decided(pick, row, decided, group))
                .orElseGet(() -> {
                    String told = group + " into " + GovernanceFiles.SEGMENTS + replaced(row)
                            + (chosen.isEmpty() ? although(pick, row) : "");
                    write(row, classification, offer);
                    return SuggestionAnswer.of(pick, row, Outcome.ACCEPTED, told);
                });
        return chosen.isPresent() ? answer.about(group) : answer;
    }

    SuggestionAnswer acceptWebsite(SuggestionPick pick, OpenSuggestion row) {
        String host = row.offers().get(0).suggested();
        return standing.website(row.masterId())
                .map(decided -> decided(pick, row, decided, host))
                .orElseGet(() -> {
                    tables.table(GovernanceFiles.WEBSITES)
                            .append(Map.of(SegmentColumns.CANONICAL, row.canonical(), SegmentColumns.WEBSITE, host));
                    String told = host + " into " + GovernanceFiles.WEBSITES + although(pick, row);
                    return SuggestionAnswer.of(pick, row, Outcome.ACCEPTED, told);
                });
    }

    private static SuggestionAnswer decided(SuggestionPick pick, OpenSuggestion row, Standing decided, String value) {
        Outcome outcome = decided.value().equals(value) ? Outcome.DECIDED_SO : Outcome.DECIDED_OTHERWISE;
        return SuggestionAnswer.of(pick, row, outcome, "already decided: " + decided.told());
    }

    private String although(SuggestionPick pick, OpenSuggestion row) {
        return rejected(pick, row) ? ", although it was rejected before" : "";
    }

    private String replaced(OpenSuggestion row) {
        return standing.batch(row.masterId())
                .map(batch -> batch.date().compareTo(today) > 0
                        ? "; a newer decision counts: " + batch.told() + ", " + batch.date()
                        : ", replaces " + batch.told())
                .orElse("");
    }

    private void write(OpenSuggestion row, Classification decided, Optional<OpenSuggestion.Offer> offer) {
        Method method = offer.isPresent() ? Method.AI_ASSISTED_SEARCH : Method.MANUAL_OVERRIDE;
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(SegmentColumns.CANONICAL, row.canonical());
        cells.put(SegmentColumns.ID, row.masterId());
        cells.put(SegmentColumns.GROUP, decided.group().label());
        cells.put(SegmentColumns.DETAIL, decided.detail());
        cells.put(SegmentColumns.NAICS, decided.naics());
        cells.put(SegmentColumns.METHOD, method.label());
        cells.put(SegmentColumns.SUPPORT, decided.support().label());
        cells.put(SegmentColumns.STATUS, Status.FINAL.label());
        cells.put(SegmentColumns.SOURCE, SuggestionReview.SOURCE + today);
        cells.put(SegmentColumns.OWNER, owner);
        cells.put(SegmentColumns.DATE, today);
        cells.put(SegmentColumns.REASON, offer.map(row::reason).orElseGet(row::reasonOfChoice));
        EditableTable table = tables.table(GovernanceFiles.SEGMENTS);
        Optional<MasterDecision> own = standing.ofSource(row.masterId(), SuggestionReview.SOURCE + today);
        if (own.isPresent()) {
            table.replace(table.rows().get(own.get().index()), cells);
        } else {
            table.append(cells);
        }
    }

    SuggestionAnswer reject(SuggestionPick pick, OpenSuggestion row, String reason) {
        if (row.offers().isEmpty()) {
            return SuggestionAnswer.of(pick, row, Outcome.NOTHING_SUGGESTED, "nothing is suggested, nothing to reject");
        }
        if (rejected(pick, row)) {
            return SuggestionAnswer.of(pick, row, Outcome.REJECTED_BEFORE, "was rejected before");
        }
        String suggested = row.offers().get(pick.place() - 1).suggested();
        Optional<Standing> decided =
                kind == SuggestionKind.GROUP ? standing.group(row.masterId()) : standing.website(row.masterId());
        if (decided.filter(one -> one.value().equals(suggested)).isPresent()) {
            String told = "people decided so: " + decided.get().told() + "; take that back first";
            return SuggestionAnswer.of(pick, row, Outcome.DECIDED_OTHERWISE, told);
        }
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(GovernanceColumns.KIND, kind.label());
        cells.put(SegmentColumns.ID, row.masterId());
        cells.put(SegmentColumns.CANONICAL, row.canonical());
        cells.put(GovernanceColumns.SUGGESTED, suggested);
        cells.put(GovernanceColumns.EVIDENCE, row.evidence());
        cells.put(SegmentColumns.OWNER, owner);
        cells.put(SegmentColumns.DATE, today);
        cells.put(SegmentColumns.REASON, reason.strip());
        tables.table(GovernanceFiles.REJECTIONS).append(cells);
        return SuggestionAnswer.of(pick, row, Outcome.REJECTED, "does not come back until its evidence changes");
    }
}
