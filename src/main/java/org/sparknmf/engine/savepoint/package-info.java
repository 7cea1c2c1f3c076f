/** Where a run stood, in files of its own: written whole or not at all, and read again. */
package org.sparknmf.engine.savepoint;
