/**
 * The command line: commands, configuration layers, progress, exit codes. Sees everything; nothing
 * sees it.
 */
package org.sparknmf.app;
