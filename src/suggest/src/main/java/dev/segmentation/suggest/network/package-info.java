/**
 * What the network knows of a master: pages, Wikidata, search. Every request is bounded in size and time, keeps a polite
 * pace, and never reaches an address inside a private network.
 */
package dev.segmentation.suggest.network;
