package org.sparknmf.engine.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.Precision;

class OrderedReduceTest {

  /** Values of such different sizes that any other order of additions shows in the bits. */
  private static SumNode leaf(int segment) {
    SplittableRandom random = new SplittableRandom(segment);
    double value = random.nextDouble() * Math.pow(10, random.nextInt(12));
    return new SumNode(0, segment, DoubleFactor.of(new double[] {value}, 1), new double[] {1});
  }

  private static double recursive(int level, int index, int segments) {
    if (level == 0) {
      return leaf(index).product().get(0, 0);
    }
    double left = recursive(level - 1, 2 * index, segments);
    boolean hasRight = (long) (2 * index + 1) << (level - 1) < segments;
    return hasRight ? left + recursive(level - 1, 2 * index + 1, segments) : left;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 15, 64, 100, 1023})
  void anyCutGivesTheBitsOfTheTree(int segments) {
    int height = 32 - Integer.numberOfLeadingZeros(segments - 1);
    double expected = recursive(segments == 1 ? 0 : height, 0, segments);
    for (int partitions : new int[] {1, 2, 3, 5, 7, 64}) {
      OrderedReduce driver = new OrderedReduce(segments);
      for (int p = 0; p < partitions; p++) {
        OrderedReduce task = new OrderedReduce(segments);
        for (int s = segments * p / partitions; s < segments * (p + 1) / partitions; s++) {
          task.add(leaf(s));
        }
        task.nodes().forEach(driver::add);
      }
      assertThat(driver.root().product().get(0, 0)).isEqualTo(expected);
      assertThat(driver.root().statistics()[0]).isEqualTo(segments);
    }
  }

  @Test
  void recyclesArraysAsZeros() {
    OrderedReduce reduce = new OrderedReduce(4);
    SumNode first = reduce.leaf(0, Precision.DOUBLE, 2, 1, 1);
    first.product().write(0, 1, new double[] {3});
    reduce.add(first);
    SumNode second = reduce.leaf(1, Precision.DOUBLE, 2, 1, 1);
    second.product().write(0, 1, new double[] {4});
    reduce.add(second);
    SumNode third = reduce.leaf(2, Precision.DOUBLE, 2, 1, 1);
    assertThat(third.product()).isSameAs(second.product());
    assertThat(third.product().toArray()).containsExactly(0, 0);
    assertThat(reduce.nodes()).hasSize(1);
    assertThat(reduce.nodes().get(0).product().toArray()).containsExactly(7, 0);
  }

  /** Where some segments have nothing to add, the bits are those of the tree with zeros there. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 64})
  void missingLeavesCountAsZeros(int segments) {
    OrderedReduce dense = new OrderedReduce(segments);
    TreeMap<Long, SumNode> sparse = new TreeMap<>();
    for (int s = 0; s < segments; s++) {
      boolean missing = s % 3 == 1 || s / 16 == 2;
      dense.add(missing ? leaf(s).with(DoubleFactor.of(new double[1], 1), new double[1]) : leaf(s));
      if (!missing) {
        sparse.put((long) s, leaf(s));
      }
    }
    assertThat(SparseTree.sum(sparse, segments).orElseThrow().get(0, 0))
        .isEqualTo(dense.root().product().get(0, 0));
    assertThat(SparseTree.sum(new TreeMap<>(), segments)).isEmpty();
  }

  @Test
  void anIncompleteSumIsNoSum() {
    OrderedReduce reduce = new OrderedReduce(3);
    reduce.add(leaf(0));
    assertThatIllegalStateException().isThrownBy(reduce::root);
  }
}
