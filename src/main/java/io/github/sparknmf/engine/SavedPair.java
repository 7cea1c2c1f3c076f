package io.github.sparknmf.engine;

/**
 * Both factors as they were saved together.
 *
 * @param rows the factor of the rows of X as the engine holds it
 * @param columns that of its columns
 */
public record SavedPair(SavedFactor rows, SavedFactor columns) {}
