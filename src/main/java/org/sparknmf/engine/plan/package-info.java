/** The choice of a plan from the size of X and the memory of driver and executors. */
package org.sparknmf.engine.plan;
