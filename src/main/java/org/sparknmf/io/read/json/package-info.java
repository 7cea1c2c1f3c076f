/** Lines that are JSON objects: cells or documents. */
package org.sparknmf.io.read.json;
