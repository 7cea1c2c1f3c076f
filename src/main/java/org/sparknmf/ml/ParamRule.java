package org.sparknmf.ml;

import java.io.Serializable;
import org.sparknmf.fit.setting.Catalogue;
import scala.runtime.AbstractFunction1;

/** What a value must be; the message of the error says it, which Spark's own validators do not. */
final class ParamRule<P> extends AbstractFunction1<P, Object> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The catalogue has the rest under it, since settings are not serializable. */
  private final String name;

  ParamRule(String name) {
    this.name = name;
  }

  @Override
  public Object apply(P value) {
    new ParamForm(Catalogue.parameter(name)).require(value);
    return true;
  }
}
