/** What NMF is: settings, losses, update rules, start values, stopping rules. No Spark. */
package io.github.sparknmf.solver;
