package org.sparknmf.io.read.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InputFilesTest {
  @TempDir private Path directory;

  @BeforeEach
  void aFile() throws IOException {
    Files.createDirectory(directory.resolve("in"));
    Files.writeString(directory.resolve("in/x.csv"), "a,b,1\n");
  }

  /** To open one would wait for ever, or read without end. */
  @Test
  void pipesSocketsAndDevicesAreRefusedWithoutBeingOpened() throws Exception {
    Path pipe = directory.resolve("pipe.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    requireRefused(pipe, pipe);
    requireRefused(Path.of("/dev/zero"), Path.of("/dev/zero"));
    requireRefused(Path.of("/dev/null"), Path.of("/dev/null"));
    Path link = Files.createSymbolicLink(directory.resolve("link.csv"), pipe);
    requireRefused(link, link);
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      Path place = directory.resolve("s");
      socket.bind(UnixDomainSocketAddress.of(place));
      requireRefused(place, place);
    }
    Path among = Files.move(pipe, directory.resolve("in/y.csv"));
    requireRefused(directory.resolve("in"), among);
    requireRefused(directory.resolve("in/*.csv"), among);
  }

  private static void requireRefused(Path input, Path which) {
    assertThatThrownBy(() -> find(input.toString()))
        .isInstanceOf(InputUnreadableException.class)
        .hasMessageStartingWith(which + " is a pipe, a socket or a device")
        .hasMessageContaining("save what it gives in a file");
  }

  @Test
  void linksToFilesAreFollowed() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("l.csv"), directory.resolve("in/x.csv"));
    assertThat(find(link.toString()).shown()).containsExactly(link.toString());
  }

  /** Hadoop takes a colon in a pattern for the end of a scheme. */
  @Test
  void aColonInTheNameOfNoFileIsNoScheme() {
    Path none = directory.resolve("in/data 10:30.csv");
    assertThatThrownBy(() -> find(none.toString()))
        .isInstanceOf(InputUnreadableException.class)
        .hasMessageStartingWith(none + " does not exist; correct the path");
    assertThatThrownBy(() -> InputFiles.requireThere(new Configuration(), List.of(none.toString())))
        .hasMessageStartingWith(none + " does not exist; correct the path");
  }

  private static InputFiles find(String input) {
    return InputFiles.find(new Configuration(), List.of(input));
  }
}
