package io.rapport.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for a Service of Kubernetes: new connections go to the replicas that are ready, one after the other; those that
 * are there stay where they are, whatever becomes of the replica's readiness.
 */
final class Endpoints implements AutoCloseable {
    private final List<Replica> ready = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ServerSocket door;

    Endpoints() {
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::serve);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    void add(Replica replica) {
        ready.add(replica);
    }

    /** No new connections; at once, which spares the wait that a pod's preStop is for. */
    void remove(Replica replica) {
        ready.remove(replica);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> forward(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void forward(Socket client) {
        try (client) {
            List<Replica> now = List.copyOf(ready);
            if (now.isEmpty()) {
                return;
            }
            Replica replica = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), replica.port())) {
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread there = Thread.ofVirtual().start(() -> pump(client, server));
                pump(server, client);
                there.join();
            }
        } catch (IOException gone) {
            // Whoever called sees the end of the connection, as with a replica that has just died.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** An end is passed on as an end, a break as a break of both. */
    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            closeBoth(from, to);
        }
    }

    private static void closeBoth(Socket one, Socket other) {
        try (one;
                other) {
            one.setSoLinger(true, 0);
            other.setSoLinger(true, 0);
        } catch (IOException closed) {
            // It was closed already.
        }
    }
}
