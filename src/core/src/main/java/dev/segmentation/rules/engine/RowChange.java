package dev.segmentation.rules.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How the rows of a table differ from those that it had. Rows that are the same objects are compared no further, so that it costs
 * little where a few of many changed.
 *
 * @param <R> a row
 */
final class RowChange<R> {
    private final Set<R> other = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean moved;

    /** @param anywhere the row as if it stood elsewhere in its file: one that others above it only pushed down is the same */
    RowChange(List<R> former, List<R> now, UnaryOperator<R> anywhere) {
        if (former == now) {
            moved = false;
            return;
        }
        other.addAll(former);
        Map<R, R> same = new IdentityHashMap<>();
        List<R> fresh = new ArrayList<>();
        for (R row : now) {
            if (other.remove(row)) {
                same.put(row, row);
            } else {
                fresh.add(row);
            }
        }
        Map<R, R> left = new HashMap<>();
        other.forEach(row -> left.put(anywhere.apply(row), row));
        for (R row : fresh) {
            R pushed = left.remove(anywhere.apply(row));
            if (pushed == null) {
                other.add(row);
            } else {
                other.remove(pushed);
                same.put(row, pushed);
            }
        }
        Iterator<R> before = former.stream().filter(row -> !other.contains(row)).iterator();
        Iterator<R> after = now.stream().map(same::get).filter(Objects::nonNull).iterator();
        boolean inOrder = true;
        while (inOrder && before.hasNext()) {
            inOrder = before.next() == after.next();
        }
        moved = !inOrder;
    }

    /** The rows that only one of both has. */
    Set<R> other() {
        return other;
    }

    /** Whether those that both have stand in another order. */
    boolean moved() {
        return moved;
    }
}
