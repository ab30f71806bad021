package dev.grains.clinic.members;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The members that this program has started. None of them outlives it: they are told to go when it
 * is closed, and leave by themselves when the program is gone. Thread-safe.
 */
public final class Fleet implements AutoCloseable {

  private static final Duration FAREWELL = Duration.ofSeconds(15);

  private final Map<String, Object> settings;
  private final Consumer<String> lines;
  private final List<String> seeds = new CopyOnWriteArrayList<>();
  private final List<MemberProcess> members = new CopyOnWriteArrayList<>();

  /**
   * Creates a fleet without members.
   *
   * @param settings the properties of the application in each of them
   * @param lines gets what they write
   */
  public Fleet(Map<String, Object> settings, Consumer<String> lines) {
    this.settings = Map.copyOf(settings);
    this.lines = lines;
  }

  /** Names a member that others join, beside those that are started here. */
  public void seed(String address) {
    seeds.add(address);
  }

  /**
   * Starts members and waits until they take commands. The first one is waited for before the
   * others start, so that they have somebody to join.
   *
   * @param count how many
   */
  public void start(int count) {
    int rest = count;
    if (addresses().isEmpty() && count > 0) {
      launch().address();
      rest--;
    }
    List<MemberProcess> started = new ArrayList<>();
    for (int i = 0; i < rest; i++) {
      started.add(launch());
    }
    started.forEach(MemberProcess::address);
  }

  private MemberProcess launch() {
    Map<String, Object> all = new LinkedHashMap<>(settings);
    all.put("grains.cluster.port", 0);
    all.put("grains.cluster.members", String.join(",", addresses()));
    MemberProcess member = MemberProcess.start(JsonMapper.shared().writeValueAsString(all), lines);
    members.add(member);
    return member;
  }

  /** Where the members that take commands listen, as host:port. */
  public List<String> addresses() {
    List<String> addresses = new ArrayList<>(seeds);
    members.stream()
        .filter(member -> member.ready() && member.alive())
        .map(MemberProcess::address)
        .forEach(addresses::add);
    return addresses;
  }

  /** The members that live, oldest first. */
  public List<MemberProcess> members() {
    return members.stream().filter(MemberProcess::alive).toList();
  }

  /** Kills all members at once. */
  public void killAll() {
    members.forEach(MemberProcess::kill);
  }

  /** Tells all members to go, and kills those that take too long. */
  @Override
  public void close() {
    members.forEach(MemberProcess::tellToGo);
    long end = System.nanoTime() + FAREWELL.toNanos();
    for (MemberProcess member : members) {
      if (!member.waitFor(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
        member.kill();
      }
    }
  }
}
