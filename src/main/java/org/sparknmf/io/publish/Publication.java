package org.sparknmf.io.publish;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** How results get into their place, and what of that a death may leave half done. */
interface Publication {

  static Publication of(Configuration configuration, OutputLocation location, PublishBy how) {
    return how.on(location.files().getUri().getScheme()) == PublishBy.POINTER
        ? new PointedPublication(configuration, location)
        : new RenamedPublication(location);
  }

  /** The place where the result of a run grows. */
  Path staging(WorkDirectory work);

  /** Whether there is anything in its place. */
  boolean exists() throws IOException;

  /** What the thing in its place lacks to be a whole result of ours; nothing if it is one. */
  Optional<String> lack() throws IOException;

  /** Puts a whole result into its place; what was there is gone or unreachable afterwards. */
  void putIntoPlace(WorkDirectory work) throws IOException;

  /** Undoes the first half of {@link #putIntoPlace} whose second half never came. */
  void undoHalf(WorkDirectory work) throws IOException;

  /** Whether a run's result was put into place. */
  boolean isPublished(WorkDirectory work) throws IOException;

  /** Removes what a run wrote and that is not in its place. */
  void discard(WorkDirectory work) throws IOException;
}
