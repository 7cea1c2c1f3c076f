/** Factors as single files for programs outside Spark. */
package io.github.sparknmf.io.export;
