package org.sparknmf.testing;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Local files under URIs that hold a user and a password, as stores of objects once had them: every
 * path that it gives has them too.
 */
public final class KeyedFileSystem extends RawLocalFileSystem {
  /** What nobody may see. */
  public static final String SECRET = "hunter2";

  private static final URI ROOT = URI.create("keyed://AKIA1:" + SECRET + "@store");

  /** Makes the file system known. */
  public static void register(Configuration hadoop) {
    hadoop.setClass("fs.keyed.impl", KeyedFileSystem.class, org.apache.hadoop.fs.FileSystem.class);
  }

  /** The URI of a local path. */
  public static String uri(Path path) {
    return ROOT + path.toString();
  }

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public String getScheme() {
    return ROOT.getScheme();
  }

  @Override
  protected void checkPath(org.apache.hadoop.fs.Path path) {
    // Whatever the authority, it is a path here.
  }

  @Override
  public File pathToFile(org.apache.hadoop.fs.Path path) {
    return new File(path.toUri().getPath());
  }
}
