/**
 * A language model as one more model of groups, where somebody has set one up. It chooses among the locked groups and nothing else; what
 * a name or a page says to it is data, and an answer that does not fit the schema is no answer. The only user of LangChain4j's
 * chat models.
 */
package dev.segmentation.suggest.language;
