/** What may be asked about a matrix that is to be read, and what is answered. */
package org.sparknmf.io.read.asked;
