package dev.grains.clinic.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeBoardTests {

  private static final ClusterNotice OURS =
      ClusterNotice.of(
          "serve", StoreKind.H2, Path.of("/data"), "clinic-x", List.of("127.0.0.1:5701"));

  @TempDir Path parent;
  private Path directory;
  private NoticeBoard board;

  @BeforeEach
  void create() {
    directory = parent.resolve("board");
    board = new NoticeBoard(directory);
  }

  @Test
  void showsANoticeUntilItIsTakenAway() {
    assertThat(board.running()).isEmpty();

    try (NoticeBoard.Posted posted = board.post(OURS)) {
      assertThat(posted.file()).exists();
      assertThat(board.running()).containsExactly(OURS);
    }

    assertThat(board.running()).isEmpty();
  }

  @Test
  void forgetsClustersWhoseProcessIsGone() {
    ClusterNotice sameNumber = started(OURS, Instant.EPOCH);
    board.post(sameNumber);

    assertThat(board.running()).isEmpty();

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void knowsAProcessThatIsSaidToHaveStartedASecondLater() {
    ClusterNotice later = started(OURS, Objects.requireNonNull(OURS.started()).plusSeconds(1));
    board.post(later);

    assertThat(board.running()).containsExactly(later);
  }

  private static ClusterNotice started(ClusterNotice notice, Instant started) {
    return new ClusterNotice(
        notice.pid(),
        started,
        notice.command(),
        notice.store(),
        notice.data(),
        notice.cluster(),
        notice.addresses());
  }

  @Test
  void isNobodyElsesBusiness() throws IOException {
    board.post(OURS);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
  }

  @Test
  void trustsNothingThatStandsInItsPlace() throws IOException {
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Files.createSymbolicLink(directory, elsewhere);

    assertThatThrownBy(() -> board.post(OURS))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("belongs to somebody else");

    assertThat(board.running()).isEmpty();
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void passesOverWhatIsNoNotice() throws IOException {
    board.post(OURS);
    Files.writeString(directory.resolve("7.json"), "{\"pid\":");

    assertThat(board.running()).containsExactly(OURS);
  }

  @Test
  void saysWhatRunsWhere() {
    assertThat(OURS.title()).isEqualTo("serve (process " + OURS.pid() + "), h2, /data");
    assertThat(ClusterNotice.of("demo", StoreKind.REPLICATED, null, "clinic-x", List.of()).title())
        .isEqualTo("demo (process " + OURS.pid() + "), patients in memory");
  }
}
