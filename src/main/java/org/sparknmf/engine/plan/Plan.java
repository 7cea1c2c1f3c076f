package org.sparknmf.engine.plan;

/**
 * What the planner decided.
 *
 * @param kind where X and the factors live
 * @param reason why, in one line
 * @param demand what it asks of the machines
 */
public record Plan(PlanKind kind, String reason, Demand demand) {}
