/** W of new rows where H is given. */
package io.github.sparknmf.solver.fold;
