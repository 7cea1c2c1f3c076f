package org.sparknmf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of what the jar holds and is built against, for those who look for known flaws. */
@Tag("everyBuild")
class BillOfMaterialsIT {

  @Test
  void namesTheJarsByVersionLicenceAndHash() throws IOException {
    JsonNode bom = new ObjectMapper().readTree(Path.of("target", "bom.json").toFile());
    assertThat(bom.get("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bom.at("/metadata/component/name").asText()).isEqualTo("spark-nmf");
    Map<String, JsonNode> components = new HashMap<>();
    bom.get("components").forEach(one -> components.put(one.get("name").asText(), one));
    assertThat(components).containsKeys("picocli", "spark-core_2.13", "hadoop-client-api");
    assertThat(components).doesNotContainKeys("junit-jupiter", "hadoop-client-minicluster");
    JsonNode inTheJar = components.get("picocli");
    assertThat(inTheJar.get("purl").asText()).startsWith("pkg:maven/info.picocli/picocli@4.");
    assertThat(inTheJar.at("/licenses/0/license/id").asText()).isEqualTo("Apache-2.0");
    assertThat(inTheJar.get("hashes")).isNotEmpty();
  }

  /** Apache-2.0, section 4: whoever gets the jar gets these. */
  @Test
  void theJarHasLicenceAndNotice() throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("nmf.jar"))) {
      for (String name : List.of("LICENSE", "NOTICE")) {
        assertThat(jar.stream().filter(entry -> entry.getName().equals("META-INF/" + name)))
            .as(name)
            .hasSize(1);
        try (InputStream stream = jar.getInputStream(jar.getEntry("META-INF/" + name))) {
          assertThat(stream).hasBinaryContent(Files.readAllBytes(Path.of(name)));
        }
      }
    }
  }
}
