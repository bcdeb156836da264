/**
 * The facts that rules see and the proposals that they make.
 * DRL files import these types, so their names and methods are an API: rules that were written against them compile unchanged.
 */
package dev.segmentation.rules;
