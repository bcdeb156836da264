package dev.segmentation.decision.exchange;

import dev.segmentation.customer.Host;
import dev.segmentation.decision.file.GovernanceFiles;
import dev.segmentation.decision.file.GovernanceTables;
import dev.segmentation.decision.file.MasterDecision;
import dev.segmentation.decision.file.SegmentColumns;
import dev.segmentation.decision.journal.GovernanceStore;
import dev.segmentation.decision.journal.Origin;
import dev.segmentation.decision.journal.Receipt;
import dev.segmentation.master.MasterResolver;
import dev.segmentation.table.RowError;
import dev.segmentation.table.edit.EditableTable;
import dev.segmentation.workspace.RunSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Takes websites that analysts wrote beside their decisions into {@code MasterWebsites.csv}, for masters that have none there. */
public final class WebsitePromotion {
    private final GovernanceStore store;
    private final Consumer<String> notes;
    private final MasterResolver masters;

    /**
     * What was done.
     *
     * @param promoted master and website of each, for people
     * @param transaction id of the change in the journal, blank if nothing changed
     */
    public record Result(List<String> promoted, String transaction) {
        /** Copies the list. */
        public Result {
            promoted = List.copyOf(promoted);
        }
    }

    /** A promotion in the input folder of these settings. */
    public WebsitePromotion(RunSettings settings, GovernanceStore store, Consumer<String> notes) {
        this.store = store;
        this.notes = notes;
        this.masters = new MasterResolver(settings, notes);
    }

    /** Promotes them. */
    public Result run(Origin author, boolean dryRun) {
        List<String> promoted = new ArrayList<>();
        Receipt receipt =
                store.change(author.doing("promote-websites", ""), tables -> promote(tables, promoted), dryRun);
        receipt.notes().forEach(notes);
        return new Result(promoted, receipt.transaction());
    }

    /** The website of the decision that counts comes first. */
    private void promote(GovernanceTables tables, List<String> promoted) {
        promoted.clear();
        EditableTable websites = tables.table(GovernanceFiles.WEBSITES);
        Set<String> known = new HashSet<>();
        websites.rows().forEach(row -> known.add(masterOf("", row.get(SegmentColumns.CANONICAL))));
        List<MasterDecision> bestFirst =
                MasterDecision.of(tables.table(GovernanceFiles.SEGMENTS).rows());
        bestFirst.sort(MasterDecision.LEAST_FIRST.reversed());
        for (MasterDecision row : bestFirst) {
            String host = Host.bare(row.website()).orElse("");
            String master = masterOf(row.masterId(), row.canonical());
            if (!host.isEmpty() && !master.isEmpty() && known.add(master)) {
                websites.append(Map.of(SegmentColumns.CANONICAL, master, SegmentColumns.WEBSITE, host));
                promoted.add(master + ": " + host);
            }
        }
    }

    private String masterOf(String id, String name) {
        return masters.find(id, name).map(found -> found.master().canonical()).orElse(name);
    }

    /** Rows of governance files that cannot be used. */
    public List<RowError> rejected() {
        return masters.rejected();
    }
}
