package org.sparknmf.io.export;

import java.util.List;

/**
 * One row of a factor.
 *
 * @param id string or long
 * @param factors k numbers
 */
public record NamedRow(Object id, List<Double> factors) {}
