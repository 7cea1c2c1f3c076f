/** Files of GCT: a gene a line, a sample a column. */
package org.sparknmf.io.read.gct;
