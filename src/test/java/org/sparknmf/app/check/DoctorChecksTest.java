package org.sparknmf.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoctorChecksTest {

  @Test
  void whatIsAsItShouldBeNeedsNoRemedy() {
    assertThat(
            Stream.of(
                DoctorChecks.java("17.0.15", "3.4.2"),
                DoctorChecks.java("25.0.1", "3.5.0"),
                DoctorChecks.spark("3.5.6"),
                DoctorChecks.spark("4.0.1"),
                DoctorChecks.spark("4.3.0"),
                DoctorChecks.spark("4.1.0-vendor-7"),
                DoctorChecks.scala("2.12.18", "2.12"),
                DoctorChecks.scala("2.13.17", "2.13"),
                DoctorChecks.scala("2.13.17", ""),
                DoctorChecks.openPackages(List.of()),
                DoctorChecks.vectorModule(true),
                DoctorChecks.blas("dev.ludovic.netlib.blas.VectorBLAS"),
                DoctorChecks.blas("dev.ludovic.netlib.blas.JNIBLAS"),
                DoctorChecks.cores(2),
                DoctorChecks.heap(1L << 30),
                DoctorChecks.serializer(DoctorChecks.KRYO)))
        .allSatisfy(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.OK);
              assertThat(finding.remedy()).isEmpty();
              assertThat(finding.value()).isNotEmpty();
            });
  }

  @Test
  void whatIsNotHasItsRemedy() {
    assertThat(
            Stream.of(
                DoctorChecks.java("22", "3.4.2"),
                DoctorChecks.spark("4.10.0"),
                DoctorChecks.spark("next"),
                DoctorChecks.scala("3.3.1", ""),
                DoctorChecks.openPackages(List.of("java.nio")),
                DoctorChecks.vectorModule(false),
                DoctorChecks.blas("dev.ludovic.netlib.blas.Java11BLAS"),
                DoctorChecks.heap(512L << 20),
                DoctorChecks.serializer("org.apache.spark.serializer.JavaSerializer")))
        .allSatisfy(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.WARN);
              assertThat(finding.remedy()).isNotEmpty();
            });
    assertThat(DoctorChecks.java("25", "3.4.2").level()).isEqualTo(Level.FAIL);
    assertThat(DoctorChecks.spark("3.4.4").level()).isEqualTo(Level.FAIL);
    assertThat(DoctorChecks.spark("2.4.8").level()).isEqualTo(Level.FAIL);
    assertThat(DoctorChecks.scala("2.13.17", "2.12").level()).isEqualTo(Level.FAIL);
    assertThat(DoctorChecks.openPackages(List.of("java.nio", "sun.nio.ch", "java.net")).value())
        .isEqualTo("java.nio and 2 more are not open to Spark");
    assertThat(DoctorChecks.heap(512L << 20).value()).isEqualTo("512 MiB");
  }
}
