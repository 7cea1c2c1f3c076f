/** The inner loops, in scalar form and in the vector form that the processor may allow. */
package org.sparknmf.linalg.kernel;
