package dev.segmentation.run;

import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.rules.GroupTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts classified masters. */
final class Tally {
    final Map<IndustrialGroup, Integer> groups = new LinkedHashMap<>();
    final Map<Method, Integer> methods = new LinkedHashMap<>();
    int unclassified;
    int queued;
    int conflicts;

    Tally(GroupTable order, List<ClassifiedMaster> classified) {
        order.inOrder().forEach(entry -> groups.put(entry.group(), 0));
        for (Method method : Method.values()) {
            methods.put(method, 0);
        }
        for (ClassifiedMaster c : classified) {
            Decision decision = c.decision();
            groups.merge(decision.group(), 1, Integer::sum);
            methods.merge(decision.method(), 1, Integer::sum);
            unclassified += decision.method() == Method.UNCLASSIFIED ? 1 : 0;
            queued += decision.status() == Status.QUEUED ? 1 : 0;
            conflicts += decision.conflict() ? 1 : 0;
        }
    }

    int unknown() {
        return groups.get(IndustrialGroup.UNKNOWN);
    }
}
