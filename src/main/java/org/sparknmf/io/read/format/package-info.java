/** What a format of files is to the reader: it recognises its files and reads them. */
package org.sparknmf.io.read.format;
