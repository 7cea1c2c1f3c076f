/** Files to matrices and factors to files, published whole or not at all. */
package io.github.sparknmf.io;
