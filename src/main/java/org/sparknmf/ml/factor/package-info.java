/** The factors of a model, and what becomes of new rows with them. */
package org.sparknmf.ml.factor;
