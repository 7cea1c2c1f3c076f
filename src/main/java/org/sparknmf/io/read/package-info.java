/** The reader of matrices: it finds the format of an input, and the format reads it. */
package org.sparknmf.io.read;
