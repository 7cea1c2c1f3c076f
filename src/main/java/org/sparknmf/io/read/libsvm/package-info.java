/** Lines of libsvm: a label, and an index and a value for each cell of a row. */
package org.sparknmf.io.read.libsvm;
