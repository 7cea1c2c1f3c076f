/** How a factor is improved, and which rule belongs to which loss. */
package org.sparknmf.solver.update;
