/**
 * Understanding company names: a text is parsed once into {@link dev.segmentation.name.ParsedName}, which dedupe, rules and
 * governance share. Nobody else splits names into words.
 */
package dev.segmentation.name;
