package org.sparknmf.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** A real HDFS on loopback inside this JVM: a name node and one data node, free ports. */
public final class HdfsCluster implements AutoCloseable {
  private final MiniDFSCluster cluster;

  private HdfsCluster(MiniDFSCluster cluster) {
    this.cluster = cluster;
  }

  /** Starts an empty file system that keeps its blocks in this directory. */
  public static HdfsCluster start(Path directory) {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, directory.toAbsolutePath().toString());
    try {
      MiniDFSCluster cluster =
          new MiniDFSCluster.Builder(configuration).numDataNodes(1).format(true).build();
      cluster.waitActive();
      return new HdfsCluster(cluster);
    } catch (IOException e) {
      throw new UncheckedIOException("HDFS does not start in " + directory, e);
    }
  }

  /** A full URI below the root, such as {@code hdfs://127.0.0.1:PORT/data/x}. */
  public String uri(String path) {
    return "hdfs://127.0.0.1:" + cluster.getNameNodePort() + path;
  }

  /** The file system, to put input there and to look at output. */
  public FileSystem fileSystem() {
    try {
      return cluster.getFileSystem();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the data node away for some time, as if its machine had gone. */
  public void withoutDataNode(Duration time) throws IOException, InterruptedException {
    MiniDFSCluster.DataNodeProperties node = cluster.stopDataNode(0);
    Thread.sleep(time.toMillis());
    cluster.restartDataNode(node, true);
    cluster.waitActive();
  }

  /** Stops the name node and starts it again from its files, on the same port. */
  public void restartNameNode() throws IOException {
    cluster.restartNameNode(true);
  }

  /** Stops both nodes and deletes their blocks. */
  @Override
  public void close() {
    cluster.shutdown(true);
  }
}
