package org.sparknmf.io.read.asked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnRolesTest {

  private static String roles(String names) {
    return ColumnRoles.of(List.of(names.split(",", -1))).roles().stream()
        .map(role -> role.map(known -> known.name().toLowerCase(Locale.ROOT)).orElse("-"))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          userId,movieId,rating,timestamp | row column value time
          user_id,item_id,stars           | row column value
          USER,ITEM,SCORE,DATE            | row column value time
          docID,wordID,count              | row column value
          doc,term,tf                     | row column value
          cell,gene,value                 | row column value
          gene,cell,count                 | column row value
          src,dst,weight                  | row column weight
          from,to                         | row column
          FromNodeId,ToNodeId             | row column
          source,target                   | row column
          Unnamed: 0,user,item,rating     | index row column value
          index,user-id,track,plays       | index row column value
          userid,artistid,weight          | row column weight
          username,song,play_count        | row column value
          movieId,tagId,relevance         | row column value
          reviewerID,asin,overall,unixReviewTime | row column value time
          protein1,protein2,combined_score | row column value
          node_a,node_b                   | row column
          i,j,x                           | row column value
          u,v,w                           | row column weight
          u,i,v                           | row column value
          row_idx,col_idx,val             | row column value
          row_number,user,item            | index row column
          user_id,artist_id,artist_name,plays | row column - value
          id,word,n                       | row column value
          id,user,item,rating             | index row column value
          created_at,user,item            | time row column
          """)
  void namesOfTriplesAreKnown(String names, String expected) {
    assertThat(roles(names)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          length,width,depth              | - - -
          g1,g2,g3,g4                     | - - - -
          gene1,gene2,gene3               | - - -
          id,x,y                          | - - -
          cell,s1,s2                      | row - -
          1,2,3                           | - - -
          valid_from,valid_to             | - -
          user_age,movie_genre            | - -
          num_users,num_items             | value value
          user_rating                     | value
          """)
  void otherNamesSayNothingOfTriples(String names, String expected) {
    assertThat(roles(names)).isEqualTo(expected);
  }

  @Test
  void aColumnWithoutANameIsTheIndex() {
    assertThat(roles(",user,item,rating")).isEqualTo("index row column value");
  }

  @Test
  void twoOfAKindStayTwo() {
    ColumnRoles found = ColumnRoles.of(List.of("customer", "invoice", "product", "quantity"));
    assertThat(found.positions(ColumnRole.ROW)).containsExactly(0, 1);
    assertThat(found.positions(ColumnRole.COLUMN)).containsExactly(2);
  }
}
