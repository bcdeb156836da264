package dev.segmentation.dedupe.registry;

import dev.segmentation.dedupe.linkage.NameNode;
import java.util.List;

/**
 * Names that are one company.
 *
 * @param nodes the names, in order of their index; at least one has a customer
 * @param proposal what it would be called if it were new
 */
public record Cluster(List<NameNode> nodes, MasterNaming.Proposal proposal) {}
