package dev.segmentation.run;

import java.util.List;
import java.util.Map;

/**
 * All masters, classified.
 *
 * @param masters in order of their canonical names
 * @param spoke for how many masters each rule, term and kind of register proposed a group, by id
 */
public record ClassifiedBase(List<ClassifiedMaster> masters, Map<String, Integer> spoke) {}
