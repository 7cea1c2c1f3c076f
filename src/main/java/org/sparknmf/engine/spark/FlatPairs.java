package org.sparknmf.engine.spark;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;

/** Walks two iterators of equal length together and gives every element that a pair makes. */
public final class FlatPairs<A, B, R> implements Iterator<R> {
  private final Iterator<List<R>> lists;
  private Iterator<R> current = Collections.emptyIterator();

  public FlatPairs(Iterator<A> left, Iterator<B> right, BiFunction<A, B, List<R>> combine) {
    this.lists = new PairedIterator<>(left, right, combine);
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && lists.hasNext()) {
      current = lists.next().iterator();
    }
    return current.hasNext();
  }

  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }
}
