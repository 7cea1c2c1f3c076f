/** What NMF is: settings, what is known of X, statistics of factors. No Spark. */
package io.github.sparknmf.solver;
