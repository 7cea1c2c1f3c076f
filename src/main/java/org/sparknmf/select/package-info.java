/**
 * Choosing the rank: many factorizations side by side on one X, cells held out of each, what the
 * restarts of a rank agree on, and the recommendation that follows.
 */
package org.sparknmf.select;
