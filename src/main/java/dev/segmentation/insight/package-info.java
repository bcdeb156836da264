/** Questions about runs and rules, one class each: how things stand, and why a name has the master and the class it has. */
package dev.segmentation.insight;
