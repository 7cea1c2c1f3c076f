"""The machine and the versions that a table of measurements belongs to."""
import os
import platform
import re
import subprocess


def first(pattern, text, otherwise="unknown"):
    found = re.search(pattern, text, re.MULTILINE)
    return found.group(1) if found else otherwise


def machine():
    with open("/proc/cpuinfo") as lines:
        cpu = first(r"model name\s*: (.*)", lines.read(), platform.machine())
    with open("/proc/meminfo") as lines:
        memory = int(first(r"MemTotal: *(\d+)", lines.read(), "0")) / 2**20
    return f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB, Linux {platform.release()}"


def versions(commit, peer):
    home = os.environ.get("JAVA_HOME")
    java = subprocess.run([f"{home}/bin/java" if home else "java", "-version"], capture_output=True, text=True).stderr
    with open("pom.xml") as pom:
        spark = first(r"<spark.version>(.*)</spark.version>", pom.read())
    return (f"spark-nmf {commit}, Java {first(r'version .([0-9._]+)', java)}, Spark {spark}, "
            f"Python {platform.python_version()}, {peer}")
