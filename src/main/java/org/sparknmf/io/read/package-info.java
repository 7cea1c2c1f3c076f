/** Files to matrices: formats recognised, text parsed, the first bad place named. */
package org.sparknmf.io.read;
