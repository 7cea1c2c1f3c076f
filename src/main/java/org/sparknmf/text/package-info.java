/** Texts: the one mapper of JSON, and how far one word is from another. */
package org.sparknmf.text;
