/** Sums over segments, reduced along one fixed tree, so that they have the same bits everywhere. */
package org.sparknmf.engine.sums;
