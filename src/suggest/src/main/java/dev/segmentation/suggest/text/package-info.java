/** Texts of suggestions: words of a name, evidence, and a cache of answers. */
package dev.segmentation.suggest.text;
