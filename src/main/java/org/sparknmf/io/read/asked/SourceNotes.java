package org.sparknmf.io.read.asked;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.FrameRows;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.files.RejectedRows;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * What a reader says of its input besides the matrix.
 *
 * @param description what it is, in words for a person
 * @param files its files in reading order, as a person would type them
 * @param firstBadPlace searches for the first bad place, once reading has failed
 * @param rejected what is left out
 */
public record SourceNotes(
    String description,
    List<String> files,
    Supplier<Optional<InvalidMatrixException>> firstBadPlace,
    RejectedRows rejected) {

  /** A matrix of cells that name their rows and columns. */
  public MatrixSource triples(FrameRows cells) {
    MatrixFrame frame =
        new MatrixFrame(
            cells,
            MatrixFrame.Shape.CELLS,
            new Axis.FromData(),
            new Axis.FromData(),
            false,
            OptionalLong.empty(),
            firstBadPlace);
    return of(InputFormat.TRIPLES, frame);
  }

  /**
   * A matrix of vectors; rows, columns and ids are those of the files. Rows that were left out are
   * no rows of the matrix; others keep the ids that they have in the files.
   */
  public MatrixSource vectors(
      InputFormat format,
      FrameRows vectors,
      IdType ids,
      Axis rows,
      Axis columns,
      InputSettings input) {
    boolean transposed = input.transposed();
    MatrixFrame frame =
        new MatrixFrame(
            transposed ? VectorRows.transposed(vectors, ids, input.emptyCells()) : vectors,
            transposed ? MatrixFrame.Shape.CELLS : MatrixFrame.Shape.VECTORS,
            transposed ? columns : rows,
            transposed ? rows : columns,
            false,
            OptionalLong.empty(),
            firstBadPlace);
    String rowsOfFiles = transposed ? MatrixFrame.COLUMN : MatrixFrame.ROW;
    return of(format, rejected.isEmpty() ? frame : frame.withIdsInData(rowsOfFiles));
  }

  /** A matrix of any kind. */
  public MatrixSource of(InputFormat format, MatrixFrame frame) {
    return new MatrixSource(format, description, files, frame, rejected);
  }
}
