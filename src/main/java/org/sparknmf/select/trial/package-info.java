/** Trials of ranks side by side: cells held out, restarts, measurements and when they end. */
package org.sparknmf.select.trial;
