/**
 * The catalogue: what may be set, once for the command line, files, the Estimator and the pages.
 */
package org.sparknmf.fit.setting;
