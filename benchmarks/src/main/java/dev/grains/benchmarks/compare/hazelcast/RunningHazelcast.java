package dev.grains.benchmarks.compare.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.map.impl.proxy.MapProxyImpl;
import dev.grains.benchmarks.compare.Done;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Role;
import dev.grains.benchmarks.compare.Running;
import dev.grains.benchmarks.compare.Work;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class RunningHazelcast implements Running {

  private final Way way;
  private final Completion completion;
  private final HazelcastInstance member;
  private final MapProxyImpl<String, Long> map;
  private final String[] names;
  private final ExecutorService replyThread = Executors.newSingleThreadExecutor();
  private final Executor completing;

  RunningHazelcast(HazelcastContender contender, Layout layout, HazelcastInstance member) {
    this.way = contender.way();
    this.completion = contender.completion();
    this.member = member;
    this.map = (MapProxyImpl<String, Long>) member.<String, Long>getMap(Member.MAP);
    this.names =
        layout.role() == Role.CALLER ? OwnedKeys.names(member, layout.place()) : new String[0];
    this.completing = completion == Completion.REPLY_THREAD ? replyThread : Runnable::run;
  }

  @Override
  public String address() {
    return Member.address(member);
  }

  @Override
  public void send(Work work, int key, Done done) {
    Ground processor = processor(work);
    if (completion == Completion.SUBMIT) {
      done.on(map.<Long>submitToKey(names[key], processor));
      return;
    }
    CompletionStage<Data> reply = map.executeOnKeyInternal(names[key], processor);
    reply.whenCompleteAsync(
        (data, failure) -> done.accept(failure == null ? longOf(data) : 0, failure), completing);
  }

  @Override
  public long call(Work work, int key) {
    return map.<Long>executeOnKey(names[key], processor(work));
  }

  @Override
  public long total() {
    long total = 0;
    for (int key = 0; key < names.length; key++) {
      total += call(Work.READ, key);
    }
    return total;
  }

  @Override
  public void close() {
    replyThread.shutdown();
    member.getLifecycleService().terminate();
  }

  private Ground processor(Work work) {
    return switch (work) {
      case COUNT -> way.command();
      case READ -> way.query();
      case DEPOSIT -> throw new IllegalArgumentException("raw Hazelcast keeps nothing on disk");
    };
  }

  private long longOf(Data data) {
    return map.getNodeEngine().<Long>toObject(data);
  }
}
