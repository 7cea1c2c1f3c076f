/** X as blocks: segments of rows or columns, and how entries become such. */
package org.sparknmf.engine.matrix;
