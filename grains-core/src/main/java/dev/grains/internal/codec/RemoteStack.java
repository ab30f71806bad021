package dev.grains.internal.codec;

import dev.grains.GrainId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The part of a stack trace that travels. */
final class RemoteStack {

  private static final int MAX_FRAMES = 48;
  private static final int MAX_NAME = 200;

  private RemoteStack() {}

  static void write(Throwable failure, WireWriter out) {
    StackTraceElement[] frames = failure.getStackTrace();
    int count = Math.min(interesting(frames), MAX_FRAMES);
    out.writeVarInt(count);
    for (int i = 0; i < count; i++) {
      StackTraceElement frame = frames[i];
      out.writeString(Texts.bounded(frame.getClassName(), MAX_NAME));
      out.writeString(Texts.bounded(frame.getMethodName(), MAX_NAME));
      out.writeNullableString(Texts.boundedOrNull(frame.getFileName(), MAX_NAME));
      out.writeZigZag(frame.getLineNumber());
    }
  }

  /** Counts the frames down to the handler; below it there is only the machinery that called it. */
  private static int interesting(StackTraceElement[] frames) {
    int count = frames.length;
    while (count > 0 && isMachinery(frames[count - 1].getClassName())) {
      count--;
    }
    return count == 0 ? frames.length : count;
  }

  private static boolean isMachinery(String className) {
    return className.startsWith("java.")
        || className.startsWith("jdk.internal.")
        || className.startsWith("com.hazelcast.")
        || className.startsWith("dev.grains.internal.");
  }

  static List<StackTraceElement> read(WireReader in) {
    int count = in.readVarInt();
    if (count < 0 || count > MAX_FRAMES) {
      throw new WireFormatException("a stack of " + Integer.toUnsignedString(count) + " frames");
    }
    List<StackTraceElement> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String className = in.readString();
      String methodName = in.readString();
      String file = in.readNullableString();
      frames.add(new StackTraceElement(className, methodName, file, Numbers.readInt(in)));
    }
    return frames;
  }

  /** Puts frames from the owner in front of those of an exception that was made here. */
  static void attach(
      List<StackTraceElement> remote, FailureText text, GrainId id, Throwable failure) {
    List<StackTraceElement> stack = new ArrayList<>(remote);
    if (text.causeClass() != null) {
      stack.add(new StackTraceElement("caused by", text.causeClass(), text.causeMessage(), -1));
    }
    stack.add(new StackTraceElement("grain " + id, "call", "above: on its owner, below: here", -1));
    StackTraceElement[] local = failure.getStackTrace();
    stack.addAll(Arrays.asList(local).subList(machineryOnTop(local), local.length));
    failure.setStackTrace(stack.toArray(StackTraceElement[]::new));
  }

  private static int machineryOnTop(StackTraceElement[] frames) {
    String here = RemoteStack.class.getPackageName() + ".";
    int count = 0;
    while (count < frames.length
        && (frames[count].getClassName().startsWith(here)
            || frames[count].getClassName().startsWith("java.lang.")
            || frames[count].getClassName().startsWith("jdk.internal."))) {
      count++;
    }
    return count;
  }
}
