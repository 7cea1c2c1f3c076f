/** Passes over X and its factors that measure: worst rows and columns, top entries. */
package org.sparknmf.engine.inspect;
