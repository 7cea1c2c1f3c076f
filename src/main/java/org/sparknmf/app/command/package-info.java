/** What a command is, what it is given, and how it is interrupted. */
package org.sparknmf.app.command;
