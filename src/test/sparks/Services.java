import java.lang.reflect.Constructor;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.Evaluator;

/**
 * Walks the service files of all jars as a server of Spark Connect does, which asks for the class of each provider: that
 * fails where one has no public constructor without arguments. Makes ours, without and with a uid, and prints them.
 */
public final class Services {
  private static final List<String> OURS = List.of("org.sparknmf.ml.NMF", "org.sparknmf.ml.NMFModel");

  private Services() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    int all = 0;
    int ours = 0;
    for (Class<?> service : List.of(Estimator.class, Transformer.class, Evaluator.class)) {
      for (ServiceLoader.Provider<?> provider : ServiceLoader.load(service).stream().toList()) {
        all++;
        if (OURS.contains(provider.type().getName())) {
          ours++;
          Constructor<?> named = provider.type().getConstructor(String.class);
          System.out.println(provider.get().getClass() + ", " + named.newInstance("given"));
        }
      }
    }
    System.out.println(ours + " of " + all + " are ours");
    if (ours != OURS.size()) {
      throw new IllegalStateException("of ours there should be " + OURS);
    }
  }
}
