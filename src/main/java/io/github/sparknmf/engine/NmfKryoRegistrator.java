package io.github.sparknmf.engine;

import com.esotericsoftware.kryo.Kryo;
import org.apache.spark.serializer.KryoRegistrator;

/** Tells Kryo the classes that the engine shuffles, caches, broadcasts or collects. */
public final class NmfKryoRegistrator implements KryoRegistrator {

  @Override
  public void registerClasses(Kryo kryo) {
    kryo.register(double[][].class);
  }
}
