package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.DeactivationReason;
import dev.grains.Grain;
import dev.grains.GrainDefinitionException;
import dev.grains.StatefulGrain;
import dev.grains.annotation.ReadOnly;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Document grains, plain grains, and their life in memory. */
class FixtureKindTests {

  private final List<String> heard = new ArrayList<>();

  private final GrainFixture<Note, String, Void> document =
      GrainFixture.stateful(Note.class, () -> new NoteGrain(heard)).key("n");

  private final GrainFixture<Note, Void, Void> plain =
      GrainFixture.plain(Note.class, () -> new PlainNote(heard)).key("p");

  @Test
  void documentKeepsWhatIsSet() {
    document
        .whenVoid(note -> note.write("a"))
        .thenState("a")
        .thenVersion(1)
        .thenNoEvents()
        .and()
        .when(Note::read)
        .thenReply("a")
        .thenVersion(1);
  }

  @Test
  void documentStartsFromAGivenState() {
    document.givenState("b", 7).whenVoid(note -> note.write("c")).thenState("c").thenVersion(8);
  }

  @Test
  void oneCommandIsOneVersionOfADocument() {
    document.whenVoid(Note::rewrite).thenState("version 1").thenVersion(1);
  }

  @Test
  void clearedDocumentIsInitialAgain() {
    document.givenState("b", 7).whenVoid(Note::clear).thenState("").thenVersion(8);
  }

  @Test
  void documentOfAFailedCommandIsDropped() {
    document
        .givenState("b")
        .whenVoid(Note::writeAndFail)
        .thenFails(IllegalStateException.class)
        .thenState("b")
        .thenVersion(1);
  }

  @Test
  void plainGrainKeepsItsFields() {
    plain.whenVoid(note -> note.write("a")).thenSucceeds().and().when(Note::read).thenReply("a");
  }

  @Test
  void plainGrainHasNoStateToLookAt() {
    GrainOutcome<Note, Void, Void, String> outcome = plain.when(Note::read);

    assertThatThrownBy(() -> outcome.thenStateSatisfies(state -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("note/p", "query");
  }

  @Test
  void fieldsAreGoneWithTheActivationAndDocumentsAreNot() {
    plain.whenVoid(note -> note.write("a")).thenSucceeds();
    document.whenVoid(note -> note.write("a")).thenSucceeds();

    plain.deactivate(DeactivationReason.IDLE);
    document.deactivate(DeactivationReason.IDLE);

    plain.when(Note::read).thenReply("");
    document.when(Note::read).thenReply("a");
  }

  @Test
  void hooksRunAroundTheTurns() {
    document.whenVoid(note -> note.write("a")).thenSucceeds();
    document.deactivate(DeactivationReason.EVICTED);
    document.deactivate(DeactivationReason.IDLE);
    document.whenVoid(note -> note.write("b")).thenSucceeds();

    assertThat(heard)
        .containsExactly(
            "activated with ", "wrote a", "EVICTED with a", "activated with a", "wrote b");
  }

  @Test
  void activationLeavesWhenItAsksTo() {
    document.whenVoid(Note::leave).thenDeactivates().thenState("");
    GrainOutcome<Note, String, Void, String> outcome = document.when(Note::read);

    assertThat(heard).containsExactly("activated with ", "REQUESTED with ", "activated with ");
    assertThatThrownBy(outcome::thenDeactivates)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("note/n.read()");
  }

  @Test
  void actionsRunWhenAskedToAndInOrder() {
    GrainOutcome<Note, String, Void, ?> outcome = document.whenVoid(Note::announce);
    heard.clear();

    outcome.thenAfterCommit(2);
    assertThat(heard).isEmpty();
    outcome.runAfterCommit();

    assertThat(heard).containsExactly("first", "second");
    assertThatThrownBy(() -> outcome.thenAfterCommit(1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("afterCommit actions of note/n.announce()");
    assertThatThrownBy(() -> document.when(Note::read).runAfterCommit())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("afterCommit actions of note/n.read()");
  }

  @Test
  void eachKindHasItsFactoryMethod() {
    assertThatThrownBy(() -> GrainFixture.plain(Note.class, () -> new NoteGrain(heard)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("NoteGrain", "STATEFUL");
  }

  @Test
  void whatCouldNotBeRegisteredCannotBeTested() {
    assertThatThrownBy(() -> GrainFixture.plain(Runnable.class, () -> () -> {}))
        .isInstanceOf(GrainDefinitionException.class)
        .hasMessageContaining("Runnable");
  }

  @dev.grains.annotation.Grain("note")
  interface Note {
    void write(String text);

    void writeAndFail();

    void rewrite();

    void clear();

    void leave();

    void announce();

    @ReadOnly
    String read();
  }

  static final class NoteGrain extends StatefulGrain<String> implements Note {

    private final List<String> heard;

    NoteGrain(List<String> heard) {
      this.heard = heard;
    }

    @Override
    protected String initialState() {
      return "";
    }

    @Override
    protected void onActivate() {
      heard.add("activated with " + state());
    }

    @Override
    protected void onDeactivate(DeactivationReason reason) {
      heard.add(reason + " with " + state());
    }

    @Override
    public void write(String text) {
      heard.add("wrote " + text);
      setState(text);
    }

    @Override
    public void writeAndFail() {
      setState("lost");
      throw new IllegalStateException("after " + state());
    }

    @Override
    public void rewrite() {
      setState("draft");
      setState("version " + version());
    }

    @Override
    public void clear() {
      clearState();
    }

    @Override
    public void leave() {
      deactivateSoon();
    }

    @Override
    public void announce() {
      afterCommit(() -> heard.add("first"));
      afterCommit(() -> heard.add("second"));
    }

    @Override
    public String read() {
      return state();
    }
  }

  static final class PlainNote extends Grain implements Note {

    private final List<String> heard;
    private String text = "";

    PlainNote(List<String> heard) {
      this.heard = heard;
    }

    @Override
    public void write(String value) {
      text = value;
    }

    @Override
    public void writeAndFail() {
      throw new IllegalStateException();
    }

    @Override
    public void rewrite() {}

    @Override
    public void clear() {
      text = "";
    }

    @Override
    public void leave() {
      deactivateSoon();
    }

    @Override
    public void announce() {
      afterCommit(() -> heard.add("first"));
    }

    @Override
    public String read() {
      return text;
    }
  }
}
