/**
 * Why a name has the master and the class it has, what happened to a master, and how things stand.
 */
package dev.segmentation.explain;
