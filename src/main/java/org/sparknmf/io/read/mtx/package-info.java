/** Files of MatrixMarket, alone or in a directory of 10x Genomics. */
package org.sparknmf.io.read.mtx;
