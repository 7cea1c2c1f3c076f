package org.sparknmf.io.read.mtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.solver.InvalidMatrixException;

class TenXFeaturesTest {
  private static TenXFeatures read(String text) {
    try (DriverLines lines = TestText.lines(text)) {
      return TenXFeatures.read(lines);
    }
  }

  @Test
  void namesThatAreNotUniqueAreToldApartByTheirIds() {
    TenXFeatures features =
        read(
            """
            E1\tTP53\tGene Expression
            E2\tPOL\tGene Expression
            E3\tPOL\tGene Expression
            A1\tCD3\tAntibody Capture
            """);
    assertThat(features.labels()).containsExactly("TP53", "POL (E2)", "POL (E3)", "CD3");
    assertThat(features.types()).isEqualTo(Map.of("Gene Expression", 3, "Antibody Capture", 1));
  }

  @Test
  void olderFilesHaveTwoColumnsAndIdsStandForNames() {
    TenXFeatures features = read("E1\tTP53\r\nE2\t\r\nE3\r\n");
    assertThat(features.labels()).containsExactly("TP53", "E2", "E3");
    assertThat(features.types()).isEmpty();
  }

  @Test
  void refusesIdsThatAreEmptyOrTwice() {
    assertThatThrownBy(() -> read("E1\tA\nE1\tB\n"))
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessageContaining("f:2: feature 'E1' stands in line 1 already");
    assertThatThrownBy(() -> read("E1\tA\n\tB\n")).hasMessageContaining("f:2: the id is empty");
    assertThatThrownBy(() -> read("E1\tA\nE2\tA\nE3\tA (E2)\n"))
        .hasMessageContaining("f: two features would be called 'A (E2)'");
  }
}
