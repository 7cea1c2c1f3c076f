/** How a factor is improved, and which rule belongs to which loss. */
package io.github.sparknmf.solver.update;
