/** What NMF is: settings, what is known of X, statistics of factors. No Spark. */
package org.sparknmf.solver;
