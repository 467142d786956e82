package io.rapport.launcher.ports;

import io.rapport.launcher.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

/** Looks before anything starts whether the ports are free. */
public final class PortCheck {
    private static final int CONNECT_MILLIS = 300;

    private PortCheck() {}

    public static void requireFree(Map<Integer, String> owners) {
        for (var owner : owners.entrySet()) {
            if (!isFree(owner.getKey())) {
                throw new Trouble("Port " + owner.getKey() + ", which " + owner.getValue()
                        + " needs, is used by another program: end that, or choose other ports with --port N.");
            }
        }
    }

    static boolean isFree(int port) {
        return !answers("127.0.0.1", port) && !answers("::1", port) && canBind(port);
    }

    /** Some systems let two programs listen on one port at different addresses, so a free bind isn't enough. */
    private static boolean answers(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
