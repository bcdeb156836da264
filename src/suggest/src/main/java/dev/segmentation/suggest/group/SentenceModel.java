package dev.segmentation.suggest.group;

import java.util.List;

/** Turns texts into vectors, alike texts into alike vectors. */
interface SentenceModel {
    /** Name of the model and of its form, for caches. */
    String id();

    /**
     * The vectors of texts, in their order.
     *
     * @throws ModelUnavailableException if the model cannot be loaded here
     */
    List<float[]> vectors(List<String> texts);
}
