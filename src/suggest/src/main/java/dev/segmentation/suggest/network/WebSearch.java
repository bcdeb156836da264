package dev.segmentation.suggest.network;

import dev.segmentation.suggest.text.Evidence;
import java.io.IOException;
import java.util.List;

/** Searches the web. */
@FunctionalInterface
public interface WebSearch {
    /** The best hits, some ten at most, with bounded texts of strangers; their addresses are not checked and not asked. */
    List<Evidence> search(String query) throws IOException;
}
