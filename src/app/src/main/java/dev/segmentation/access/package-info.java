/**
 * Who may use the service: roles, people with passwords, tokens of machines, sessions, and how often somebody may guess.
 * It knows no framework, so that the command line and the service work on the same files by the same code.
 */
package dev.segmentation.access;
