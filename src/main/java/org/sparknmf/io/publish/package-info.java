/** Results to files: published whole or not at all, with a status beside them. */
package org.sparknmf.io.publish;
