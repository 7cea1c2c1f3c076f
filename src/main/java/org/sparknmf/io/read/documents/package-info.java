/** Documents whose words are counted: a row for each of them, a column for each word. */
package org.sparknmf.io.read.documents;
