package org.sparknmf.io.read;

/** One valid text of each format. */
public final class Samples {
  public static final String COORDINATE =
      """
      %%MatrixMarket matrix coordinate real general
      % a comment
      3 4 5
      1 1 2.5
      1 4 1
      2 2 3e1

      3 1 0.125
      3 3 7
      """;

  public static final String ARRAY =
      """
      %%MatrixMarket matrix array integer general
      3 2
      1
      0
      2
      3
      0
      4
      """;

  public static final String TRIPLES =
      """
      user,item,rating
      ann,11,3
      bob,12,4.5
      "c, d",11,0.5
      ann,13,1
      """;

  public static final String DENSE =
      """
      gene;s1;s2;s3
      g1;1;0;2.5
      g2;0;3;4
      g3;1;1;0
      """;

  public static final String JSON =
      """
      {"row":"ann","column":11,"value":3}
      {"row":"bob","column":12,"value":4.5,"note":{"a":[1,2]}}
      {"value":0.5,"column":11,"row":"c"}
      """;

  public static final String LIBSVM =
      """
      # a comment
      1 1:2.5 4:1
      -1 2:3e1

      +1 1:0.125 3:7 # the last
      """;

  public static final String FEATURES =
      """
      E1\tTP53\tGene Expression
      E2\tPOL\tGene Expression
      E3\tPOL\tGene Expression
      """;

  public static final String DOCUMENTS =
      """
      {"id":"a","text":"Wind and water","note":{"a":[1,2]}}
      {"id":"b","text":"Water under the bridge"}
      {"text":"The wind","id":"c"}
      """;

  private Samples() {}
}
