/** The alternation of updates, from its start to its stop. */
package org.sparknmf.solver.loop;
