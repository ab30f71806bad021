package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.spi.CommitResult.Conflict;
import dev.grains.spi.StoredGrain;
import dev.grains.test.StoredSamples.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

interface DocumentContract extends StoreUnderTest {

  @Test
  default void loadsNothingOfADocumentThatWasNeverWritten() {
    assertThat(document().load(store())).isEqualTo(StoredGrain.NONE);
  }

  @Test
  default void loadsTheLastStateOfADocument() throws Exception {
    DocumentWriter document = document();
    committed(document.set("first").build());
    committed(document.set("it's \"second\" \\ 東京").build());

    StoredGrain stored = document.load(anotherStore());

    assertThat(stored.version()).isEqualTo(2);
    assertThat(stored.state())
        .isEqualTo(new Profile("it's \"second\" \\ 東京", Map.of("it's \"second\" \\ 東京", 1)));
  }

  @Test
  default void keepsSeveralCommitsOfADocumentThatWereJoined() {
    DocumentWriter document = document();

    committed(document.set("first").build().then(document.set("second").build()));
    committed(document.set("third").build().then(document.set("fourth").build()));

    assertThat(document.load(store()).version()).isEqualTo(4);
    assertThat(document.load(store()).state())
        .isEqualTo(new Profile("fourth", Map.of("fourth", 1)));
  }

  @Test
  default void aClearedDocumentHasNoStateAndKeepsItsVersion() {
    DocumentWriter document = document();
    committed(document.set("first").build());
    committed(document.clear().build());

    assertThat(document.load(store())).isEqualTo(new StoredGrain(2, null, List.of()));

    assertThat(commit(document.at(0).set("as if new").build())).containsExactly(Conflict.INSTANCE);
    committed(document.at(2).set("again").build());
    assertThat(document.load(store()).version()).isEqualTo(3);
    assertThat(document.load(store()).state()).isEqualTo(new Profile("again", Map.of("again", 1)));
  }

  @Test
  default void aDocumentMayBeClearedByItsFirstCommit() {
    DocumentWriter document = document();

    committed(document.clear().build());

    assertThat(document.load(store()).version()).isEqualTo(1);
    assertThat(document.load(store()).state()).isNull();
  }

  @Test
  default void refusesACommitToADocumentAtAnyOtherVersion() {
    DocumentWriter document = document();
    committed(document.set("first").build());
    committed(document.set("second").build());

    for (long other : new long[] {0, 1, 3}) {
      assertThat(commit(document.at(other).set("other").build()))
          .as("expecting version %s", other)
          .containsExactly(Conflict.INSTANCE);
    }

    assertThat(document.load(store()).version()).isEqualTo(2);
    assertThat(document.load(store()).state())
        .isEqualTo(new Profile("second", Map.of("second", 1)));
  }

  @Test
  default void refusesACommitToADocumentThatIsNotThere() {
    DocumentWriter document = document();

    assertThat(commit(document.at(1).set("second").build())).containsExactly(Conflict.INSTANCE);

    assertThat(document.load(store())).isEqualTo(StoredGrain.NONE);
  }
}
