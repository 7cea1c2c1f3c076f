package org.sparknmf.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real browser, without a window: Debian's package, or another on the path. */
public final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Path program;

  private Chromium(Path program) {
    this.program = program;
  }

  /** The browser of this machine, if it has one. */
  public static Optional<Chromium> find() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Chromium::new);
  }

  /**
   * What came of a page.
   *
   * @param document its elements when all was quiet
   * @param log what the browser said, with messages of the page's console
   */
  public record Rendered(String document, String log) {}

  /** Opens a file. */
  public Rendered open(Path page, boolean dark, Path scratch) {
    try {
      Path document = Files.createTempFile(scratch, "document", ".html");
      Path log = Files.createTempFile(scratch, "browser", ".log");
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "--headless=new",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-dev-shm-usage",
                  "--user-data-dir=" + Files.createTempDirectory(scratch, "profile"),
                  "--enable-logging=stderr",
                  "--window-size=1900,1200",
                  "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                  "--virtual-time-budget=10000",
                  "--dump-dom",
                  page.toUri().toString())
              .redirectOutput(document.toFile())
              .redirectError(log.toFile())
              .start();
      if (!process.waitFor(Patience.MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("the browser did not end: " + Files.readString(log));
      }
      return new Rendered(Files.readString(document), Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
