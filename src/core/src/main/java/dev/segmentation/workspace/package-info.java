/**
 * The folders of a list and their settings: where input, output and rules are, the customer list itself and the map of masters.
 * Every command and the service begin here.
 */
package dev.segmentation.workspace;
