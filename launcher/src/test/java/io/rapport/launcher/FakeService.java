package io.rapport.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands where a packaged service stands: a process that is ready as soon as it listens. */
public final class FakeService {
    private FakeService() {}

    public static void main(String[] args) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT")));
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("listening; password known: " + (System.getenv("RAPPORT_POSTGRES_PASSWORD") != null));
    }

    /** Packs this class as the built service of a root. */
    static void packAs(String service, Path root) throws IOException {
        Path app = root.resolve(service).resolve("target").resolve("quarkus-app");
        Files.createDirectories(app);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        try (OutputStream out = Files.newOutputStream(app.resolve("quarkus-run.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            String name = FakeService.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(name));
            FakeService.class.getClassLoader().getResourceAsStream(name).transferTo(jar);
        }
    }
}
