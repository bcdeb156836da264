/**
 * Puts changed rule files in place while others read them.
 * A reader sees the old folder or the new one, and never a mixture.
 */
package dev.segmentation.rules.publish;
