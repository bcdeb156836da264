package dev.segmentation.rules;

import dev.segmentation.rules.table.EntityRow;
import dev.segmentation.rules.table.Reading;
import dev.segmentation.rules.table.Vocabulary;
import java.util.Objects;

/**
 * All that the tables say about a name; what rules decide about it depends on nothing else but people.
 *
 * @param entity the organisation of that name, {@code null} if none is known
 */
public record NameFindings(Reading reading, Vocabulary.Hits hits, EntityRow entity) {

    boolean same(NameFindings other) {
        return reading.name().words().equals(other.reading.name().words())
                && hits.equals(other.hits)
                && Objects.equals(entity, other.entity);
    }
}
