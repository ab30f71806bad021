package dev.grains.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bytes as they were once written and must be read for ever, one line each: a name, a tab, and
 * hexadecimal digits.
 *
 * <p>A format that is changed on purpose gets new files by {@code mvn test -Dtest=GoldenFileTests
 * -Dgrains.golden.write=true}. That run fails all the same: look at the difference, and see to it
 * that what older members send is still read.
 */
public final class GoldenFile {

  private static final Path DIRECTORY =
      Path.of("src/test/resources/dev/grains/internal/codec/golden");

  private final Path path;

  /**
   * Names a file.
   *
   * @param name its name without extension
   */
  public GoldenFile(String name) {
    path = DIRECTORY.resolve(name + ".txt");
  }

  /** Compares bytes with those of the file, or writes them to the file when asked to. */
  public void check(Map<String, byte[]> actual) {
    if (Boolean.getBoolean("grains.golden.write")) {
      write(actual);
      fail(path + " is written; look at the difference, then run without grains.golden.write");
    }
    Map<String, String> hex = new LinkedHashMap<>();
    actual.forEach((name, bytes) -> hex.put(name, HexFormat.of().formatHex(bytes)));
    assertThat(hex).as("what is written, compared with " + path).isEqualTo(lines());
  }

  /** Returns the bytes of the file by their names. */
  public Map<String, byte[]> bytes() {
    Map<String, byte[]> result = new LinkedHashMap<>();
    lines().forEach((name, hex) -> result.put(name, HexFormat.of().parseHex(hex)));
    return result;
  }

  private Map<String, String> lines() {
    Map<String, String> result = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(path)) {
        String[] parts = line.split("\t", -1);
        result.put(parts[0], parts[1]);
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Map<String, byte[]> actual) {
    StringBuilder text = new StringBuilder();
    actual.forEach(
        (name, bytes) ->
            text.append(name).append('\t').append(HexFormat.of().formatHex(bytes)).append('\n'));
    try {
      Files.createDirectories(DIRECTORY);
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
