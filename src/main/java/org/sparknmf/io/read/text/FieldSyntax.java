package org.sparknmf.io.read.text;

import java.io.Serializable;

/**
 * How the fields of a line are written.
 *
 * @param delimiter what stands between them, at least one byte; a blank stands for runs of blanks;
 *     not modified
 * @param quotes whether a field may stand in double quotes
 * @param decimalCommas whether numbers have a comma before their decimals
 */
public record FieldSyntax(byte[] delimiter, boolean quotes, boolean decimalCommas)
    implements Serializable {}
