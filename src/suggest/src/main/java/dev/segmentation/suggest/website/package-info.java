/** Official websites from registers of organisations, by careful comparison of names. */
package dev.segmentation.suggest.website;
