package org.sparknmf.app;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.app.settings.Surroundings;

/**
 * An application for tests: runs the command lines that come over a socket, one after the other, on
 * one Spark session. A caller sends its words and waits for the exit code; what the command wrote
 * lies in two files then.
 */
public final class SiteSession {
  private SiteSession() {}

  /**
   * Serves until it is killed.
   *
   * @param args a directory for {@code port}, {@code out} and {@code err}
   */
  public static void main(String[] args) throws IOException {
    Path box = Path.of(args[0]);
    SparkConf conf = SparkSessions.configure(new SparkConf(), "documentation");
    try (SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      spark.range(1).count();
      Path port = Files.writeString(box.resolve("port.new"), server.getLocalPort() + "\n");
      Files.move(port, box.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
      while (true) {
        serve(server, box);
      }
    }
  }

  private static void serve(ServerSocket server, Path box) throws IOException {
    try (Socket caller = server.accept();
        PrintStream out = stream(box.resolve("out"));
        PrintStream err = stream(box.resolve("err"))) {
      String[] words = words(new DataInputStream(caller.getInputStream()));
      Surroundings ours = Surroundings.ofThisProcess();
      Surroundings around =
          new Surroundings(
              ours.environment(), ours.systemProperties(), ours.workingDirectory(), out, err);
      ExitCode code = new Program(around, words).run(Commands.ALL);
      caller.getOutputStream().write((code.number() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** How many, and then each, a zero after each. */
  private static String[] words(DataInputStream in) throws IOException {
    String[] words = new String[Integer.parseInt(word(in))];
    Arrays.fill(words, "");
    for (int i = 0; i < words.length; i++) {
      words[i] = word(in);
    }
    return words;
  }

  private static String word(DataInputStream in) throws IOException {
    ByteArrayOutputStream word = new ByteArrayOutputStream();
    for (byte b = in.readByte(); b != 0; b = in.readByte()) {
      word.write(b);
    }
    return word.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(Path file) throws IOException {
    return new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
  }
}
