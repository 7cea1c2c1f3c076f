/** Commands that teach a shell: {@code completion} and {@code man}. */
package org.sparknmf.app.shell;
