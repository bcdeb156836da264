package dev.segmentation.suggest.group;

import java.util.List;

interface SentenceModel {
    String id();

    /** The vectors of texts, in their order. */
    List<float[]> vectors(List<String> texts);
}
