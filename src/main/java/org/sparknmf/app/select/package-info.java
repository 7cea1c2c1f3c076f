/** {@code select-rank}: which rank to take, and why. */
package org.sparknmf.app.select;
