/** Start values of factors: at random, by singular vectors, and where a component is dead. */
package org.sparknmf.solver.start;
