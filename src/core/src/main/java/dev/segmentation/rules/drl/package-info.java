/**
 * DRL as checked code: what rule files may hold, and how they are compiled and cached.
 * With the engine the only user of Drools.
 */
package dev.segmentation.rules.drl;
