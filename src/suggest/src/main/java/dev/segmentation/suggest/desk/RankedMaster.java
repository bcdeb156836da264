package dev.segmentation.suggest.desk;

import dev.segmentation.suggest.text.OpenMaster;

/**
 * A master under the number by which people call it. It keeps the number until the next run, whatever is decided meanwhile.
 *
 * @param rank its number
 * @param master the master
 */
record RankedMaster(int rank, OpenMaster master) {}
