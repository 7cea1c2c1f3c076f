/** Failures of a run as a user sees them: exit codes, error codes, one line with the remedy. */
package org.sparknmf.app.failure;
