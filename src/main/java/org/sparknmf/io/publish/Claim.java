package org.sparknmf.io.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparknmf.text.Json;

/**
 * The right to write to one output: a file in the work root that only one of several runs that
 * start together can make. The claim of a run that died is set aside by whoever makes the file that
 * says so, of which there can be only one, too.
 */
final class Claim {
  private static final String NAME = ".claim";
  private static final String ALIVE = ".alive-";
  private static final String BROKEN = ".broken-";
  private static final String TOKEN = "token";
  private static final Pattern TOKENS = Pattern.compile("[0-9a-f-]{36}");
  private static final int MOST_TRIES = 100;

  private final FileSystem files;
  private final Path root;
  private final String token = UUID.randomUUID().toString();

  Claim(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /** A sign that the run lives, before it has a work directory and after. */
  void beat() throws IOException {
    Entries.touch(files, new Path(root, ALIVE + token));
  }

  /**
   * Takes the right, or finds out who has it.
   *
   * @return the run that has it, if that lives; nothing if this run has it now
   */
  Optional<SignOfLife> take(LifeSigns signs) throws IOException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (isMade()) {
        removeMarks();
        return Optional.empty();
      }
      Optional<Holder> holder = holder();
      if (holder.filter(one -> one.token.isEmpty()).isPresent()) {
        // It may be about to be written.
        LifeSigns.pause();
        holder = holder();
      }
      if (holder.isPresent()) {
        LifeSigns.State state = signs.of(holder.get());
        if (state == LifeSigns.State.ALIVE) {
          return Optional.of(holder.get());
        }
        if (state == LifeSigns.State.DEAD) {
          setAside(holder.get(), signs);
        }
      }
    }
    throw new IOException("other runs begin and end here again and again");
  }

  /** Whether this run still has the right; takes it again if the file is gone and nobody has it. */
  boolean isHeld() throws IOException {
    return holder().map(holder -> holder.token.equals(token)).orElseGet(() -> false) || isMade();
  }

  /** Gives the right back. */
  void release() throws IOException {
    if (holder().filter(holder -> holder.token.equals(token)).isPresent()) {
      files.delete(new Path(root, NAME), false);
    }
    files.delete(new Path(root, ALIVE + token), false);
  }

  private boolean isMade() throws IOException {
    return Entries.makeNew(files, new Path(root, NAME), content());
  }

  private byte[] content() {
    return RunOwner.self().json().put(TOKEN, token).toString().getBytes(StandardCharsets.UTF_8);
  }

  private Optional<Holder> holder() throws IOException {
    return WholeFile.text(files, new Path(root, NAME)).map(Holder::new);
  }

  /** Who makes the mark may remove the claim, which nobody else removes: its holder is dead. */
  private void setAside(Holder dead, LifeSigns signs) throws IOException {
    Path mark = new Path(root, BROKEN + dead.token);
    if (!Entries.makeNew(files, mark, new byte[0])) {
      if (signs.isOld(mark)) {
        // Who made it died before it came to the claim.
        files.delete(mark, false);
      }
      return;
    }
    if (holder().filter(now -> now.token.equals(dead.token)).isPresent()) {
      files.delete(new Path(root, ALIVE + dead.token), false);
      files.delete(new Path(root, NAME), false);
    } else {
      files.delete(mark, false);
    }
  }

  /** The claims that were set aside are gone: this one holds. */
  private void removeMarks() throws IOException {
    for (FileStatus file : files.listStatus(root)) {
      if (file.isFile() && file.getPath().getName().startsWith(BROKEN)) {
        files.delete(file.getPath(), false);
      }
    }
  }

  /** The run that made the claim. */
  private final class Holder implements SignOfLife {
    private final String token;
    private final Optional<RunOwner> owner;

    Holder(String json) {
      this.token = token(json);
      this.owner = RunOwner.fromJson(json);
    }

    @Override
    public boolean hasEnded() {
      // It would have removed the claim.
      return false;
    }

    @Override
    public Optional<RunOwner> owner() {
      return owner;
    }

    @Override
    public Optional<Instant> lastBeat() throws IOException {
      Optional<Instant> beat = Entries.changed(files, new Path(root, ALIVE + token));
      return beat.isPresent() ? beat : Entries.changed(files, new Path(root, NAME));
    }

    @Override
    public boolean isAbandoned() {
      return false;
    }
  }

  private static String token(String json) {
    try {
      String text = Json.parse(json).path(TOKEN).asText();
      return TOKENS.matcher(text).matches() ? text : "";
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
