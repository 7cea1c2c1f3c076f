package org.sparknmf.app.command;

/** The names by which the program is called. */
public final class Entrance {
  /** What people type. */
  public static final String NAME = "spark-nmf";

  /** The name of a class that is compiled apart, for a Java that cannot read this one. */
  public static final String MAIN_CLASS = "org.sparknmf.app.Main";

  private Entrance() {}
}
