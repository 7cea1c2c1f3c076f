/** Bytes of a line as fields, numbers and text, and names that look alike. */
package org.sparknmf.io.read.text;
