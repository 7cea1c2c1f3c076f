/** What people see: lines, tables, progress, JSON. */
package io.github.sparknmf.app.terminal;
