package org.sparknmf.app.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * The heap of this JVM while it is open. The use of a heap peaks just before a collection; what is
 * left after one was live, or too old for that collection to look at.
 */
final class HeapMeter implements AutoCloseable, NotificationListener {
  private final Set<String> heapPools;
  private final List<NotificationEmitter> collectors;
  private long peak;
  private long peakAfterCollection;

  private HeapMeter() {
    this.heapPools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    this.collectors =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(NotificationEmitter.class::isInstance)
            .map(NotificationEmitter.class::cast)
            .toList();
  }

  /** Measures from here on, from a heap without garbage. */
  static HeapMeter start() {
    HeapMeter meter = new HeapMeter();
    System.gc();
    meter.collectors.forEach(
        collector -> collector.addNotificationListener(meter, HeapMeter::isCollection, null));
    return meter;
  }

  private static boolean isCollection(Notification notification) {
    return notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION);
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    CompositeData data = (CompositeData) notification.getUserData();
    var collection = GarbageCollectionNotificationInfo.from(data).getGcInfo();
    note(used(collection.getMemoryUsageBeforeGc()), used(collection.getMemoryUsageAfterGc()));
  }

  private synchronized void note(long before, long after) {
    peak = Math.max(peak, Math.max(before, after));
    peakAfterCollection = Math.max(peakAfterCollection, after);
  }

  private long used(Map<String, MemoryUsage> pools) {
    return pools.entrySet().stream()
        .filter(pool -> heapPools.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }

  /** Most bytes in use, garbage included. */
  synchronized long peak() {
    return peak;
  }

  /** Most bytes in use just after a collection. */
  synchronized long peakAfterCollection() {
    return peakAfterCollection;
  }

  /** Ends with a collection, so that there is at least one. */
  @Override
  public void close() {
    long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.gc();
    note(before, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    collectors.forEach(this::remove);
  }

  private void remove(NotificationEmitter collector) {
    try {
      collector.removeNotificationListener(this);
    } catch (ListenerNotFoundException e) {
      throw new IllegalStateException("the listener was added before", e);
    }
  }
}
