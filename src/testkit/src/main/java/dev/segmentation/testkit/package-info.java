/**
 * Fixtures that the tests of all modules share: folders, golden lists, stub servers and fuzz inputs. They know none of the
 * other modules, so that the tests of each may use them.
 */
package dev.segmentation.testkit;
