/** How good suggested groups are, in folds over labelled names. */
package dev.segmentation.suggest.evaluate;
