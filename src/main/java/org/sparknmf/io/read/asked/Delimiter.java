package org.sparknmf.io.read.asked;

import org.sparknmf.io.read.text.LineText;

/** What separates the fields of delimited text. */
public enum Delimiter {
  /**
   * Decided by the first line, outside quotes: a tab if there is one; else the more frequent of
   * comma and semicolon; else blanks; a line with none of them has one field.
   */
  AUTO('\0'),
  /** Comma. */
  COMMA(','),
  /** Tab. */
  TAB('\t'),
  /** Semicolon. */
  SEMICOLON(';'),
  /** A run of blanks or tabs. */
  SPACE(' ');

  private final byte symbol;

  Delimiter(char symbol) {
    this.symbol = (byte) symbol;
  }

  public byte symbol() {
    return symbol;
  }

  /** This delimiter, or for {@link #AUTO} the one that a first line shows. */
  public Delimiter in(byte[] line) {
    if (this != AUTO) {
      return this;
    }
    int tabs = 0;
    int commas = 0;
    int semicolons = 0;
    boolean quoted = false;
    for (byte b : line) {
      quoted ^= b == '"';
      tabs += !quoted && b == '\t' ? 1 : 0;
      commas += !quoted && b == ',' ? 1 : 0;
      semicolons += !quoted && b == ';' ? 1 : 0;
    }
    if (tabs > 0) {
      return TAB;
    }
    if (semicolons > commas) {
      return SEMICOLON;
    }
    return commas > 0 || firstBlankInside(line) < 0 ? COMMA : SPACE;
  }

  private static int firstBlankInside(byte[] line) {
    boolean quoted = false;
    boolean started = false;
    for (int i = 0; i < line.length; i++) {
      quoted ^= line[i] == '"';
      boolean blank = line[i] == ' ';
      if (started && blank && !quoted && !LineText.isBlank(line, i, line.length)) {
        return i;
      }
      started |= !blank;
    }
    return -1;
  }
}
