package org.sparknmf.io.read.lines;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.sparknmf.io.read.text.LineSlab;

/**
 * Reads and decompresses ahead in a thread of its own: a compressed file is one task, whatever it
 * holds, so that other cores have nothing else to do.
 */
final class SlabPump implements SlabSource {
  private static final int AHEAD = 8;
  private static final long PATIENCE_MILLIS = 100;
  private static final LineSlab END = new LineSlab(new byte[0], 0, 0, 0);

  private final SlabSource source;
  private final BlockingQueue<LineSlab> ready = new ArrayBlockingQueue<>(AHEAD);
  private final FutureTask<Void> reading = new FutureTask<>(this::readAll, null);
  private final Thread thread;

  /** Begins to read a source, which this object closes. */
  SlabPump(String file, SlabSource source) {
    this.source = source;
    this.thread = new Thread(reading, "reading " + file);
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll() {
    try (source) {
      for (LineSlab slab = source.next(); slab != null; slab = source.next()) {
        ready.put(slab);
      }
      ready.put(END);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      // Nobody wants the rest.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public LineSlab next() throws IOException {
    try {
      LineSlab slab = ready.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      while (slab == null) {
        if (reading.isDone() && ready.isEmpty()) {
          reading.get();
        }
        slab = ready.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
      return slab == END ? null : slab;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private static IOException failure(Throwable cause) {
    if (cause instanceof UncheckedIOException wrapped) {
      return wrapped.getCause();
    }
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    return new IOException(cause);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
