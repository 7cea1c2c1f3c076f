/** What people see: lines, tables, progress, JSON. */
package org.sparknmf.app.terminal;
