package org.sparknmf.engine.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Spark's operations on whole partitions for what runs in every iteration. The Java API wraps a
 * function into a closure, and Spark then reads the class files of closures to see what they hold
 * on to, each time anew, which takes the driver milliseconds; what is an object of a class is left
 * alone.
 */
public final class Partitions {
  private Partitions() {}

  /**
   * A function of the two partitions of one number.
   *
   * @param <A> elements of the first
   * @param <B> elements of the second
   * @param <C> elements that come out
   */
  @FunctionalInterface
  public interface Zipping<A, B, C> extends Serializable {
    Iterator<C> of(Iterator<A> left, Iterator<B> right);
  }

  /** What a function makes of the partitions of two RDDs, one by one. */
  public static <A, B, C> JavaRDD<C> zipped(
      JavaRDD<A> left, JavaRDD<B> right, Zipping<A, B, C> function) {
    ClassTag<B> of = tag();
    ClassTag<C> made = tag();
    return left.rdd().zipPartitions(right.rdd(), new Zipped<>(function), of, made).toJavaRDD();
  }

  /**
   * A function of two elements that belong together.
   *
   * @param <A> the first
   * @param <B> the second
   * @param <C> what comes out
   */
  @FunctionalInterface
  public interface Pairing<A, B, C> extends BiFunction<A, B, C>, Serializable {}

  /** What a function makes of the elements of two RDDs, one by one, which are as many. */
  public static <A, B, C> JavaRDD<C> paired(
      JavaRDD<A> left, JavaRDD<B> right, Pairing<A, B, C> function) {
    return zipped(left, right, (a, b) -> new PairedIterator<>(a, b, function));
  }

  /** All elements, in order; one job. */
  public static <T> List<T> collected(JavaRDD<T> rdd) {
    Object[][] parts = new Object[rdd.getNumPartitions()][];
    ClassTag<Object[]> tag = ClassTag$.MODULE$.apply(Object[].class);
    rdd.rdd().context().runJob(rdd.rdd(), new All<T>(), new TakeIn(parts), tag);
    List<T> all = new ArrayList<>();
    for (Object[] part : parts) {
      for (Object element : part) {
        @SuppressWarnings("unchecked") // The RDD's own elements.
        T own = (T) element;
        all.add(own);
      }
    }
    return all;
  }

  /** Of the few ways to Java's iterators, one that is the same in all versions of Scala. */
  @SuppressWarnings("deprecation")
  private static <T> Iterator<T> java(scala.collection.Iterator<T> scala) {
    return JavaConverters.asJavaIterator(scala);
  }

  @SuppressWarnings("deprecation")
  private static <T> scala.collection.Iterator<T> scala(Iterator<T> java) {
    return JavaConverters.asScalaIterator(java);
  }

  /** As in the Java API: nobody knows the class of the elements. */
  private static <T> ClassTag<T> tag() {
    return ClassTag$.MODULE$.apply(Object.class);
  }

  private static final class Zipped<A, B, C>
      extends AbstractFunction2<
          scala.collection.Iterator<A>, scala.collection.Iterator<B>, scala.collection.Iterator<C>>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Zipping<A, B, C> function;

    Zipped(Zipping<A, B, C> function) {
      this.function = function;
    }

    @Override
    public scala.collection.Iterator<C> apply(
        scala.collection.Iterator<A> left, scala.collection.Iterator<B> right) {
      return scala(function.of(java(left), java(right)));
    }
  }

  private static final class All<T>
      extends AbstractFunction2<TaskContext, scala.collection.Iterator<T>, Object[]>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Object[] apply(TaskContext context, scala.collection.Iterator<T> part) {
      List<T> all = new ArrayList<>();
      java(part).forEachRemaining(all::add);
      return all.toArray();
    }
  }

  /** Stays on the driver, where Spark calls it for one partition at a time. */
  private static final class TakeIn extends AbstractFunction2<Object, Object[], BoxedUnit> {
    private final Object[][] parts;

    TakeIn(Object[][] parts) {
      this.parts = parts;
    }

    @Override
    public BoxedUnit apply(Object partition, Object[] part) {
      parts[(Integer) partition] = part;
      return BoxedUnit.UNIT;
    }
  }
}
