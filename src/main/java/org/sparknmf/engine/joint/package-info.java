/** Passes over X that serve many fits at once. */
package org.sparknmf.engine.joint;
