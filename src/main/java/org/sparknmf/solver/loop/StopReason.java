package org.sparknmf.solver.loop;

import java.io.Serializable;

/**
 * Why a run ended.
 *
 * @param converged whether the stopping rule's criterion held
 * @param words the reason as a sentence without a full stop
 */
public record StopReason(boolean converged, String words) implements Serializable {}
