/** Rows of new data, as a model sees them. */
package org.sparknmf.frame.rows;
