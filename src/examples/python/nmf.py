"""spark-nmf from PySpark: every method of the Java classes, by its own name, over DataFrames of Python.

    model = NMF(spark).setK(10).setFeaturesCol("features").fit(documents)
    model.transform(documents).show()
    model.topColumns(0, 10)
    model.save("model"); NMFModel.load(spark, "model")

Needs the jar of spark-nmf on the class path: spark-submit --jars spark-nmf-<version>.jar, or spark.jars in a notebook.
"""

from pyspark.sql import DataFrame


class _Java:
    def __init__(self, spark, java):
        self._spark = spark
        self._java = java

    def __getattr__(self, name):
        def call(*arguments):
            given = [a._jdf if isinstance(a, DataFrame) else a for a in arguments]
            return self._python(getattr(self._java, name)(*given))

        return call

    def _python(self, result):
        if not hasattr(result, "getClass"):
            return result
        kind = result.getClass().getSimpleName()
        if kind == "NMFModel":
            return NMFModel(self._spark, result)
        if kind == "NMF":
            return self
        return DataFrame(result, self._spark) if kind == "Dataset" else result

    def save(self, path):
        self._java.write().overwrite().save(path)


class NMF(_Java):
    def __init__(self, spark, java=None):
        super().__init__(spark, java or spark._jvm.org.sparknmf.ml.NMF())


class NMFModel(_Java):
    @staticmethod
    def load(spark, path):
        return NMFModel(spark, spark._jvm.org.sparknmf.ml.NMFModel.load(path))
