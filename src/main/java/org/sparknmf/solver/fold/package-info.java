/** W of new rows where H is given. */
package org.sparknmf.solver.fold;
