package dev.segmentation.suggest.website;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In which states a place name occurs, as far as the register of public bodies tells. */
final class PublicPlaces {
    private static final Set<String> KINDS =
            Set.of(("CITY TOWN VILLAGE COUNTY BOROUGH TOWNSHIP PARISH MUNICIPALITY GOVERNMENT POLICE DEPARTMENT FIRE"
                            + " DISTRICT OFFICE BOARD CHARTER COURT SHERIFF CLERK ELECTION PUBLIC LIBRARY WATER"
                            + " AUTHORITY COMMISSION COUNCIL")
                    .split(" "));

    private final Map<String, Set<String>> states = new HashMap<>();

    PublicPlaces(List<RegisterRow> rows, Function<String, List<String>> splitter) {
        for (RegisterRow row : rows) {
            if (row.local()) {
                add(place(splitter.apply(row.name())), row.state());
                add(String.join("", splitter.apply(row.city().toUpperCase(Locale.ROOT))), row.state());
            }
        }
    }

    private void add(String place, String state) {
        if (!place.isEmpty() && !state.isEmpty()) {
            states.computeIfAbsent(place, p -> new HashSet<>()).add(state);
        }
    }

    private static String place(List<String> words) {
        return words.stream().filter(word -> !KINDS.contains(word)).collect(Collectors.joining());
    }

    boolean only(String state, List<String> words) {
        String place = place(words);
        return !place.isEmpty() && Set.of(state).containsAll(states.getOrDefault(place, Set.of()));
    }
}
