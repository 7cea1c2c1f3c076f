/** Lines of text files, read in parallel, counted, and searched for bad ones. */
package org.sparknmf.io.read.lines;
