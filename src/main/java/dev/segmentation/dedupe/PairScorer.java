package dev.segmentation.dedupe;

/** Says how likely two names are one company. */
interface PairScorer {
    /** Similarity in [0, 1]; 1 means the same, 0 that something speaks firmly against it. Symmetric. */
    double score(NameNode a, NameNode b);
}
