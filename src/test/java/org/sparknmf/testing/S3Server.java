package org.sparknmf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.util.VersionInfo;

/** A local S3 server with one bucket: moto's, where that is installed. */
public final class S3Server implements AutoCloseable {
  private static final String PROGRAM = "moto_server";
  private static final String BUCKET = "nmf";

  /** It wants to be told who reads, and believes it. */
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=nobody/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0";

  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");
  private static final Path JARS = Path.of("src/test/sparks/s3a.xml").toAbsolutePath();

  private final Process process;
  private final String address;
  private final HttpClient client = HttpClient.newHttpClient();

  private S3Server(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it; empty where there is none. */
  public static Optional<S3Server> start(Path log) throws IOException {
    Optional<Path> program =
        Stream.of(System.getenv("PATH").split(":", -1))
            .map(folder -> Path.of(folder, PROGRAM))
            .filter(Files::isExecutable)
            .findFirst();
    if (program.isEmpty()) {
      return Optional.empty();
    }
    String port = Integer.toString(freePort());
    Process process =
        new ProcessBuilder(program.get().toString(), "-H", "127.0.0.1", "-p", port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    S3Server server = new S3Server(process, "http://127.0.0.1:" + port);
    server.makeBucket();
    return Optional.of(server);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void makeBucket() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/" + BUCKET))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    Patience.until("an answer of the S3 server", () -> answers(request));
  }

  private boolean answers(HttpRequest request) {
    try {
      client.send(request, HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (IOException e) {
      assertThat(process.isAlive()).as("the S3 server still starts: " + e).isTrue();
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A URI in its bucket. */
  public String uri(String key) {
    return "s3a://" + BUCKET + "/" + key;
  }

  /** What spark-submit has to be told. */
  public List<String> options() {
    return List.of(
        "--jars",
        jars(),
        "--conf",
        "spark.hadoop.fs.s3a.endpoint=" + address,
        "--conf",
        "spark.hadoop.fs.s3a.endpoint.region=us-east-1",
        "--conf",
        "spark.hadoop.fs.s3a.path.style.access=true",
        "--conf",
        "spark.hadoop.fs.s3a.connection.ssl.enabled=false",
        "--conf",
        "spark.hadoop.fs.s3a.access.key=nobody",
        "--conf",
        "spark.hadoop.fs.s3a.secret.key=nothing");
  }

  /** Of Hadoop's client of S3, separated by commas. */
  private static String jars() {
    try {
      Path list = Files.createTempFile("s3a", ".jars");
      SubmitProcess.Result made =
          SubmitProcess.of(
                  Path.of("/usr/bin/env"),
                  "mvn",
                  "-B",
                  "-ntp",
                  "-q",
                  "-f",
                  JARS.toString(),
                  "-Dhadoop.version=" + VersionInfo.getVersion(),
                  "dependency:build-classpath",
                  "-Dmdep.outputFile=" + list,
                  "-Dmdep.pathSeparator=,")
              .run();
      assertThat(made.exitCode()).as(made.stdout() + made.stderr()).isZero();
      String jars = Files.readString(list).strip();
      Files.delete(list);
      return jars;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all objects that begin so. */
  public List<String> keys(String prefix) throws IOException, InterruptedException {
    String list = get("?list-type=2&prefix=" + prefix);
    return KEY.matcher(list).results().map(S3Server::name).toList();
  }

  private static String name(MatchResult key) {
    return key.group(1);
  }

  /** What an object holds. */
  public String text(String key) throws IOException, InterruptedException {
    return get("/" + key);
  }

  private String get(String rest) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/" + BUCKET + rest))
            .header("Authorization", SIGNED)
            .GET()
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(rest).isEqualTo(200);
    return answer.body();
  }

  @Override
  public void close() {
    ProcessTree.kill(process);
  }
}
