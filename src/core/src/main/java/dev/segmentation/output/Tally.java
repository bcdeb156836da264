package dev.segmentation.output;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.customer.Decision;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.workspace.MasterMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A run in counts.
 *
 * @param customers customer keys in the output
 * @param masters masters behind them
 * @param mergedKeys keys that share their master with another key
 * @param unknown masters of the group Unknown
 * @param unclassified masters that nothing placed
 * @param queued masters whose human decision waits for research
 * @param conflicts masters for which groups of equal standing spoke
 * @param worklist masters on the worklist
 * @param groups masters by group, in order of precedence
 * @param methods masters by method
 */
public record Tally(
        int customers,
        int masters,
        int mergedKeys,
        int unknown,
        int unclassified,
        int queued,
        int conflicts,
        int worklist,
        @JsonIgnore Map<IndustrialGroup, Integer> groups,
        @JsonIgnore Map<Method, Integer> methods) {

    /** Keeps the order of the maps. */
    public Tally {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
    }

    /** Counts; {@code order} is empty where nothing was classified. */
    public static Tally of(List<IndustrialGroup> order, MasterMap map, List<ClassifiedMaster> classified) {
        Map<IndustrialGroup, Integer> groups = new LinkedHashMap<>();
        order.forEach(group -> groups.put(group, 0));
        Map<Method, Integer> methods = new LinkedHashMap<>();
        for (Method method : Method.values()) {
            methods.put(method, 0);
        }
        for (ClassifiedMaster c : classified) {
            groups.merge(c.decision().group(), 1, Integer::sum);
            methods.merge(c.decision().method(), 1, Integer::sum);
        }
        return new Tally(
                map.customers().size(),
                map.masters().size(),
                map.masters().stream()
                        .mapToInt(m -> m.merged() ? m.members().size() : 0)
                        .sum(),
                groups.getOrDefault(IndustrialGroup.UNKNOWN, 0),
                methods.get(Method.UNCLASSIFIED),
                count(classified, decision -> decision.status() == Status.QUEUED),
                count(classified, Decision::conflict),
                count(classified, Decision::needsReview),
                groups,
                methods);
    }

    @JsonProperty("groups")
    Map<String, Integer> groupsByName() {
        return byName(groups, IndustrialGroup::label);
    }

    @JsonProperty("methods")
    Map<String, Integer> methodsByName() {
        return byName(methods, Method::label);
    }

    private static <T> Map<String, Integer> byName(Map<T, Integer> counts, Function<T, String> name) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        counts.forEach((one, count) -> byName.put(name.apply(one), count));
        return byName;
    }

    private static int count(List<ClassifiedMaster> classified, Predicate<Decision> which) {
        return (int) classified.stream().filter(c -> which.test(c.decision())).count();
    }
}
