/**
 * Rules that analysts own: the catalogue under {@code rules/} is checked, compiled once and cached; terms, concepts and known
 * organisations found in a master's names become facts, and Drools decides by bands of salience. The only package that
 * knows Drools.
 */
package dev.segmentation.rules;
