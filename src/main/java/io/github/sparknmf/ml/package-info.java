/** Former names of the stages in {@code org.sparknmf.ml}: pipelines saved under them still load. */
package io.github.sparknmf.ml;
