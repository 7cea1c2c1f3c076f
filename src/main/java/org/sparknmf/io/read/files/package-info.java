/**
 * The files of an input: found, opened on the driver, named in messages, explained when they fail.
 */
package org.sparknmf.io.read.files;
