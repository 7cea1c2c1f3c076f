package org.sparknmf.engine.spark;

import java.util.Iterator;
import java.util.function.BiFunction;

/** Walks two iterators of equal length together. */
public record PairedIterator<A, B, R>(
    Iterator<A> left, Iterator<B> right, BiFunction<A, B, R> combine) implements Iterator<R> {
  @Override
  public boolean hasNext() {
    return left.hasNext();
  }

  @Override
  public R next() {
    return combine.apply(left.next(), right.next());
  }
}
