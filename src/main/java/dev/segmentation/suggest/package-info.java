/**
 * Suggestions for what no rule places: which industrial group a master may belong to, and which website is its own, each
 * with what speaks for it. Suggestions never decide; people accept or reject them. Everything here works without a network
 * and without a key; {@code suggest.web} and {@code suggest.language} add what a network and a language model know.
 */
package dev.segmentation.suggest;
