/** Files to matrices: formats recognised, text parsed, the first bad place named. */
package io.github.sparknmf.io.read;
