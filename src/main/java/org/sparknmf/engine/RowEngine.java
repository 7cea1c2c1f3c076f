package org.sparknmf.engine;

import org.sparknmf.solver.loop.RowSide;

/** A place where the rows of X and W live while H is on the driver. */
interface RowEngine extends RowSide, RowFactor {}
