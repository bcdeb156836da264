/**
 * Tables in and out: reading rows that people and billing systems wrote, with every bad row reported by file, line and
 * column, and writing files so that a reader finds the old one or the new one and never half of one.
 */
package dev.segmentation.csv;
