/**
 * Files that change together: staged, made durable, committed and, after a crash, brought to one of their two ends.
 * Locks keep two writers of one folder apart.
 */
package dev.segmentation.files;
