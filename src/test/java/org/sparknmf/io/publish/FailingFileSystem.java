package org.sparknmf.io.publish;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local file system, on which a rename to a place of one name goes wrong. */
public final class FailingFileSystem extends LocalFileSystem {
  private static final String REFUSED = "test.rename.refused";
  private static final String DEADLY = "test.rename.deadly";

  /** For Hadoop, which makes it by reflection. */
  public FailingFileSystem() {
    super(new Raw());
  }

  /** Where the first rename to this name fails with an {@link IOException}. */
  static Configuration refusing(String name) {
    return configuration(REFUSED, name);
  }

  /** Where a rename to this name ends the process, as {@code kill -9} would: nothing is caught. */
  static Configuration dyingBefore(String name) {
    return configuration(DEADLY, name);
  }

  private static Configuration configuration(String key, String name) {
    Configuration configuration = new Configuration();
    configuration.setClass("fs.file.impl", FailingFileSystem.class, LocalFileSystem.class);
    configuration.setBoolean("fs.file.impl.disable.cache", true);
    configuration.set(key, name);
    return configuration;
  }

  /** The end of the process that only a test survives. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Raw extends RawLocalFileSystem {
    private boolean refused;

    @Override
    public boolean rename(Path source, Path target) throws IOException {
      if (target.getName().equals(getConf().get(DEADLY))) {
        throw new Killed();
      }
      if (target.getName().equals(getConf().get(REFUSED)) && !refused) {
        refused = true;
        throw new IOException("refused by the test");
      }
      return super.rename(source, target);
    }
  }
}
