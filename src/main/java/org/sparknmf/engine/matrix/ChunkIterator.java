package org.sparknmf.engine.matrix;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.sparknmf.solver.InvalidMatrixException;
import scala.Tuple2;

/** Sorts the cells of one input partition into chunks for the partitions of the grid. */
final class ChunkIterator<T> implements Iterator<Tuple2<Integer, EntryChunk>>, CellSink {
  private final Iterator<T> source;
  private final CellDecoder<T> decoder;
  private final BlockGrid grid;
  private final EntryChunk.Builder[] open;
  private final SegmentFinder segments;
  private final ArrayDeque<Tuple2<Integer, EntryChunk>> ready = new ArrayDeque<>();

  ChunkIterator(Iterator<T> source, CellDecoder<T> decoder, BlockGrid grid) {
    this.source = source;
    this.decoder = decoder;
    this.grid = grid;
    this.segments = new SegmentFinder(grid);
    this.open = new EntryChunk.Builder[grid.partitions()];
  }

  @Override
  public void accept(long row, int column, double value, double weight) {
    EntryChunk.Builder chunk = add(row, column, value, weight);
    chunk.countAsGiven();
    flushIfFull(row, chunk);
  }

  @Override
  public void acceptMirrored(long row, int column, double value) {
    flushIfFull(row, add(row, column, value, 1));
  }

  private EntryChunk.Builder add(long row, int column, double value, double weight) {
    requireValid("value", value, row, column);
    requireValid("weight", weight, row, column);
    int partition = partitionOf(row);
    EntryChunk.Builder chunk = open[partition];
    if (chunk != null && !chunk.reaches(row)) {
      flush(partition);
      chunk = null;
    }
    if (chunk == null) {
      chunk = new EntryChunk.Builder(row);
      open[partition] = chunk;
    }
    chunk.add(row, column, value, weight);
    return chunk;
  }

  private static void requireValid(String what, double number, long row, int column) {
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new InvalidMatrixException(
          ("%s %s in row number %s, column number %s: every %s must be finite and not negative;"
                  + " correct or remove the cell")
              .formatted(what, number, row, column, what));
    }
  }

  private int partitionOf(long row) {
    return grid.partitionOf(segments.of(row));
  }

  private void flushIfFull(long row, EntryChunk.Builder chunk) {
    if (chunk.isFull()) {
      flush(partitionOf(row));
    }
  }

  private void flush(int partition) {
    ready.add(new Tuple2<>(partition, open[partition].build()));
    open[partition] = null;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && source.hasNext()) {
      decoder.decode(source.next(), this);
    }
    if (ready.isEmpty()) {
      flushAll();
    }
    return !ready.isEmpty();
  }

  private void flushAll() {
    for (int partition = 0; partition < open.length; partition++) {
      if (open[partition] != null) {
        flush(partition);
      }
    }
  }

  @Override
  public Tuple2<Integer, EntryChunk> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
