/**
 * Finds a master customer: by its id, its canonical name, a key of its customers, or a name that is nearly right.
 * Knows masters of former runs as well.
 */
package dev.segmentation.master;
