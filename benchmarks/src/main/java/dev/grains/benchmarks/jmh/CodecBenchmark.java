package dev.grains.benchmarks.jmh;

import dev.grains.benchmarks.compare.Deposit;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.codec.ValueCodec;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import dev.grains.spi.GrainJackson;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What does it cost to write and read a value, for the wire and for the database?
 *
 * <p>Command: {@code benchmarks/jmh CodecBenchmark}, two minutes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {

  private static final JsonMapper JSON = GrainJackson.configure(JsonMapper.builder()).build();

  private final ValueCodec record = new Codecs().codec(Deposit.class, "the deposit");
  private final ValueCodec scalar = new Codecs().codec(long.class, "the balance");
  private final ObjectWriter jsonWriter = JSON.writerFor(Deposit.class);
  private final ObjectReader jsonReader = JSON.readerFor(Deposit.class);
  private final WireWriter out = new WireWriter();
  private final byte[] recordBytes = bytes(record, Deposit.ONE_CENT);
  private final byte[] scalarBytes = bytes(scalar, 1_234L);
  private final String json = jsonWriter.writeValueAsString(Deposit.ONE_CENT);

  private static byte[] bytes(ValueCodec codec, Object value) {
    WireWriter out = new WireWriter();
    codec.write(value, out);
    return out.toBytes();
  }

  /** Writes a record for the wire. */
  @Benchmark
  public int writeRecord() {
    out.rewind(0);
    record.write(Deposit.ONE_CENT, out);
    return out.size();
  }

  /** Reads a record from the wire. */
  @Benchmark
  public @Nullable Object readRecord() {
    return record.read(new WireReader(recordBytes));
  }

  /** Writes a number for the wire. */
  @Benchmark
  public int writeScalar() {
    out.rewind(0);
    scalar.write(1_234L, out);
    return out.size();
  }

  /** Reads a number from the wire. */
  @Benchmark
  public @Nullable Object readScalar() {
    return scalar.read(new WireReader(scalarBytes));
  }

  /** Writes an event for the database. */
  @Benchmark
  public String writeStored() {
    return jsonWriter.writeValueAsString(Deposit.ONE_CENT);
  }

  /** Reads an event from the database. */
  @Benchmark
  public Deposit readStored() {
    return jsonReader.readValue(json);
  }
}
