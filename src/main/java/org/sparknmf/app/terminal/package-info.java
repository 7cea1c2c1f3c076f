/** What people see: lines, tables, drawings, progress. */
package org.sparknmf.app.terminal;
