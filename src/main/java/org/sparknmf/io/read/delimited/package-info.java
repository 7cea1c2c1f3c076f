/** Text whose fields are separated by a symbol: cells or rows of a matrix. */
package org.sparknmf.io.read.delimited;
