/**
 * The words of the domain: customers, master customers, the locked lists and the decisions about them. Plain values
 * that every other package shares and that know nothing of files, rules or screens.
 */
package dev.segmentation.customer;
