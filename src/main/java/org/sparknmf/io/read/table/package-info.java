/** Tables that Spark reads, Parquet among them: triples, vectors or documents. */
package org.sparknmf.io.read.table;
