package io.github.sparknmf.engine;

/**
 * What the planner decided.
 *
 * @param kind where the rows live
 * @param reason why, in one line
 */
public record Plan(PlanKind kind, String reason) {}
