"""A nightly factorization as an Airflow DAG: fit, then recommendations from the model.

Needs spark-nmf on the workers, under NMF_HOME. A task that is repeated after it has succeeded finds its result whole and does nothing
(--if-exists skip), so retries cost nothing. The last line of a task's log is the cause of its failure, with the remedy.
"""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.operators.bash import BashOperator

NMF = "${NMF_HOME:-/opt/spark-nmf}/submit-scripts/spark-nmf"

with DAG(
    dag_id="nmf_recommendations",
    schedule="0 3 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
) as dag:
    fit = BashOperator(
        task_id="fit",
        bash_command=NMF + " fit --input hdfs:///ratings/{{ ds }} --output hdfs:///models/{{ ds }}"
        " --rank 50 --empty-cells missing --solver hals --if-exists skip --spark --master yarn",
    )
    recommend = BashOperator(
        task_id="recommend",
        bash_command=NMF + " recommend --model hdfs:///models/{{ ds }} --input hdfs:///ratings/{{ ds }}"
        " --output hdfs:///recommended/{{ ds }} --top 20 --if-exists skip --spark --master yarn",
    )
    fit >> recommend
