package org.sparknmf.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/** A real YARN on loopback inside this JVM: a resource manager and one node manager, free ports. */
public final class YarnCluster implements AutoCloseable {
  private static final String MEMORY = "6144";

  private final MiniYARNCluster cluster;
  private final Path configuration;

  private YarnCluster(MiniYARNCluster cluster, Path configuration) {
    this.cluster = cluster;
    this.configuration = configuration;
  }

  /** Starts an empty cluster that works in this directory. */
  public static YarnCluster start(Path directory) {
    Configuration given = new Configuration();
    given.set("yarn.scheduler.capacity.root.queues", "default");
    given.set("yarn.scheduler.capacity.root.default.capacity", "100");
    given.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1.0");
    given.set("yarn.nodemanager.resource.memory-mb", MEMORY);
    given.set("yarn.scheduler.minimum-allocation-mb", "64");
    given.set("yarn.nodemanager.vmem-check-enabled", "false");
    given.set("yarn.nodemanager.pmem-check-enabled", "false");
    given.set(
        "yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "100");
    System.setProperty("test.build.data", directory.resolve("yarn").toString());
    MiniYARNCluster cluster = new MiniYARNCluster("nmf", 1, 1, 1);
    cluster.init(given);
    cluster.start();
    return new YarnCluster(cluster, configuration(cluster.getConfig(), directory.resolve("conf")));
  }

  /** What clients need to know of it. */
  private static Path configuration(Configuration all, Path directory) {
    // It names a class of the tests of Hadoop.
    all.unset("net.topology.node.switch.mapping.impl");
    try {
      Files.createDirectories(directory);
      for (String name : new String[] {"core-site.xml", "yarn-site.xml"}) {
        try (var out = Files.newOutputStream(directory.resolve(name))) {
          all.writeXml(out);
        }
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For {@code HADOOP_CONF_DIR}. */
  public Path configuration() {
    return configuration;
  }

  @Override
  public void close() {
    cluster.stop();
  }
}
