package org.sparknmf.testing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends a process together with the processes that it started. */
final class ProcessTree {
  private static final Duration POLITE = Duration.ofSeconds(10);

  private ProcessTree() {}

  /** Kills at once; comes back when nothing of the tree is left. */
  static void kill(Process root) {
    List<ProcessHandle> tree = tree(root);
    tree.forEach(ProcessHandle::destroyForcibly);
    if (!ended(tree, Patience.LIMIT)) {
      throw new AssertionError("still alive after a kill: " + tree);
    }
  }

  /** Asks first, so that a Spark daemon can stop its own children; kills what stays. */
  static void stop(Process root) {
    List<ProcessHandle> tree = tree(root);
    root.destroy();
    if (!ended(tree, POLITE)) {
      tree.forEach(ProcessHandle::destroyForcibly);
    }
    if (!ended(tree, Patience.LIMIT)) {
      throw new AssertionError("still alive after a kill: " + tree);
    }
  }

  private static List<ProcessHandle> tree(Process root) {
    return Stream.concat(Stream.of(root.toHandle()), root.descendants()).toList();
  }

  private static boolean ended(List<ProcessHandle> tree, Duration limit) {
    CompletableFuture<?>[] ends =
        tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(limit.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while stopping a process", e);
    } catch (ExecutionException e) {
      throw new AssertionError("cannot wait for the end of a process", e);
    }
  }
}
