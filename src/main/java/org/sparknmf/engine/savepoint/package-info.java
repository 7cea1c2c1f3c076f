/** The state of a run, in files of its own: written whole or not at all, and read again. */
package org.sparknmf.engine.savepoint;
