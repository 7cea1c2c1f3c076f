package org.sparknmf.engine.factor;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.sparknmf.engine.spark.JobLabel;

/** A factor as a fit leaves it: its parts in order, in this JVM or on the cluster. */
public final class FittedFactor {
  private final Optional<List<FactorPart>> held;
  private final Supplier<JavaRDD<FactorPart>> distributed;

  private FittedFactor(Optional<List<FactorPart>> held, Supplier<JavaRDD<FactorPart>> distributed) {
    this.held = held;
    this.distributed = distributed;
  }

  /**
   * The factor of some source.
   *
   * @param source the parts, in order
   * @param distributed sends them to the cluster, unless they are there
   */
  public static FittedFactor of(FactorSource source, Supplier<JavaRDD<FactorPart>> distributed) {
    return source instanceof FactorSource.Held parts
        ? held(parts.parts(), distributed)
        : new FittedFactor(Optional.empty(), distributed);
  }

  private static FittedFactor held(
      List<FactorPart> parts, Supplier<JavaRDD<FactorPart>> distributed) {
    return new FittedFactor(Optional.of(parts), distributed);
  }

  /** This factor with its parts in this JVM, for one that is small. */
  public FittedFactor gathered(String label) {
    return held.isPresent() ? this : held(ofParts(label, List::of), distributed);
  }

  /** The parts, where this JVM has them. */
  public Optional<List<FactorPart>> held() {
    return held;
  }

  /** The parts as an RDD; what only this JVM has is sent out. */
  public JavaRDD<FactorPart> distributed() {
    return distributed.get();
  }

  /**
   * All that there is to say of the parts, in order of parts.
   *
   * @param label what the Spark UI calls it, where that takes a job
   */
  public <T> List<T> ofParts(String label, OfPart<T> question) {
    if (held.isPresent()) {
      return held.get().stream().map(question::of).flatMap(List::stream).toList();
    }
    JavaRDD<T> answers = distributed().flatMap(part -> question.of(part).iterator());
    return JobLabel.during(context(), label, answers::collect);
  }

  /**
   * Hands over part after part; those of the cluster come one partition at a time.
   *
   * @param label what the Spark UI calls it, where that takes a job
   */
  public void inOrder(String label, Consumer<FactorPart> use) {
    if (held.isPresent()) {
      held.get().forEach(use);
      return;
    }
    JobLabel.during(
        context(),
        label,
        () -> {
          Iterator<FactorPart> parts = distributed().toLocalIterator();
          parts.forEachRemaining(use);
          return label;
        });
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(distributed().context());
  }

  /** A question to a part, which may be asked on an executor. */
  @FunctionalInterface
  public interface OfPart<T> extends Serializable {
    /** The answers. */
    List<T> of(FactorPart part);
  }
}
