/**
 * The tables of a rules folder: groups, terms, concepts, known organisations and the vocabulary made of them.
 * They are data and never run as code.
 */
package dev.segmentation.rules.table;
