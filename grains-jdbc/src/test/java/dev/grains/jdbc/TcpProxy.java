package dev.grains.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server on loopback, counts round trips, and breaks connections at a
 * chosen moment.
 */
public final class TcpProxy implements AutoCloseable {

  private final ServerSocket listening;
  private final int serverPort;
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final AtomicBoolean dropRequest = new AtomicBoolean();
  private final AtomicBoolean dropReply = new AtomicBoolean();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private TcpProxy(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** Starts a proxy to a port on loopback. */
  public static TcpProxy to(int serverPort) {
    try {
      return new TcpProxy(serverPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the port that clients use. */
  public int port() {
    return listening.getLocalPort();
  }

  /** Returns how many requests have been sent since the last call. */
  public int takeRoundTrips() {
    return roundTrips.getAndSet(0);
  }

  /** Breaks the connection that sends the next request, before the server sees it. */
  public void dropNextRequest() {
    dropRequest.set(true);
  }

  /** Breaks the connection that sends the next request, once the server has answered it. */
  public void dropNextReply() {
    dropReply.set(true);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tcp-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        connect(listening.accept());
      }
    } catch (IOException e) {
      close();
    }
  }

  private void connect(Socket client) throws IOException {
    open.add(client);
    Socket server;
    try {
      server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    } catch (IOException e) {
      client.close();
      return;
    }
    open.add(server);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    AtomicBoolean clientSpoke = new AtomicBoolean();
    start(() -> forward(client, server, dropRequest, () -> spoken(clientSpoke)));
    start(() -> forward(server, client, dropReply, () -> clientSpoke.set(false)));
  }

  private void spoken(AtomicBoolean clientSpoke) {
    if (!clientSpoke.getAndSet(true)) {
      roundTrips.incrementAndGet();
    }
  }

  private void forward(Socket from, Socket to, AtomicBoolean drop, Runnable onBytes) {
    byte[] buffer = new byte[64 << 10];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        onBytes.run();
        if (drop.compareAndSet(true, false)) {
          return;
        }
        out.write(buffer, 0, count);
      }
    } catch (IOException e) {
      // a broken connection is what this proxy is for
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
