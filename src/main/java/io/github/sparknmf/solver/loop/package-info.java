/** The alternation of updates, from its start to its stop. */
package io.github.sparknmf.solver.loop;
