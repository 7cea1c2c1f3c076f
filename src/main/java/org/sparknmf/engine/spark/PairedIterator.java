package org.sparknmf.engine.spark;

import java.util.Iterator;
import java.util.function.BiFunction;

/** Walks two iterators of equal length together. */
public final class PairedIterator<A, B, R> implements Iterator<R> {
  private final Iterator<A> left;
  private final Iterator<B> right;
  private final BiFunction<A, B, R> combine;

  public PairedIterator(Iterator<A> left, Iterator<B> right, BiFunction<A, B, R> combine) {
    this.left = left;
    this.right = right;
    this.combine = combine;
  }

  @Override
  public boolean hasNext() {
    return left.hasNext();
  }

  @Override
  public R next() {
    return combine.apply(left.next(), right.next());
  }
}
