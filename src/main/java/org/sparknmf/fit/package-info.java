/** A whole factorization: start values, the loop, several attempts, what came of it. */
package org.sparknmf.fit;
