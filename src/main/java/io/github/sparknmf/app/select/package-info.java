/** {@code select-rank}: which rank to take, and why. */
package io.github.sparknmf.app.select;
