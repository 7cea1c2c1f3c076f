package org.sparknmf.io.read.text;

import java.io.Serializable;

/**
 * How the fields of a line are written.
 *
 * @param delimiter what stands between them, not empty; a blank stands for runs of blanks
 * @param quotes whether a field may stand in double quotes
 * @param spaced whether a blank follows every delimiter that belongs to it
 * @param decimalCommas whether numbers have a comma before their decimals
 */
public record FieldSyntax(String delimiter, boolean quotes, boolean spaced, boolean decimalCommas)
    implements Serializable {}
