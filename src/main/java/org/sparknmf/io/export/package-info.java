/** Factors as single files for programs outside Spark. */
package org.sparknmf.io.export;
