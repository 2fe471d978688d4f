package slipstream.device.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tinylog.Logger;
import slipstream.device.port.Address;

/// Shows the live page to browsers that have its key.
///
/// The key comes once in the address, `/?token=…`, and is a cookie from then on. Only addresses in numbers and
/// `localhost` are answered to, so that no page of the web can reach this one by a name of its own (DNS rebinding). Two
/// threads, 16 connections, 10 s for a request.
public final class PageServer implements AutoCloseable {
    private static final String COOKIE = "slipstream";
    private static final int THREADS = 2;
    private static final int FOUND_ELSEWHERE = 303;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int MISDIRECTED = 421;
    private static final String HTML = "text/html; charset=utf-8";
    private static final String RECEIPT = "/receipts/([0-9]{1,18})\\.png";
    private static final String NUMERIC_HOST = "(localhost|[0-9.]{7,15}|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?";

    static {
        setUnlessSet("sun.net.httpserver.maxReqTime", "10");
        setUnlessSet("sun.net.httpserver.maxRspTime", "30");
        setUnlessSet("sun.net.httpserver.idleInterval", "30");
        setUnlessSet("jdk.httpserver.maxConnections", "16");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final PageToken token;
    private final Gallery gallery;
    private final Supplier<PageView> view;

    private PageServer(HttpServer server, PageToken token, Gallery gallery, Supplier<PageView> view) {
        this.server = server;
        this.token = token;
        this.gallery = gallery;
        this.view = view;
        threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("page").daemon().factory());
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /// Begins to answer.
    ///
    /// @param directory where the key is kept; when empty, it is another one at each start
    /// @throws IOException when nothing can listen there; the message is a sentence
    public static PageServer start(Address listen, Optional<Path> directory, Gallery gallery, Supplier<PageView> view)
            throws IOException {
        InetAddress address;
        HttpServer server;
        try {
            address = InetAddress.getByName(listen.host());
            server = HttpServer.create(new InetSocketAddress(address, listen.port()), 8);
        } catch (IOException e) {
            throw new IOException("The live page cannot listen at " + listen + " (" + e.getMessage() + ").", e);
        }
        if (!address.isLoopbackAddress()) {
            Logger.warn(
                    "The live page listens at {}, in the clear: let only a technician's network reach it, or name"
                            + " 127.0.0.1 and come by ssh -L.",
                    listen);
        }
        return new PageServer(server, PageToken.in(directory), gallery, view);
    }

    /// The address to type, with the key.
    public String url() {
        InetSocketAddress at = server.getAddress();
        String host = at.getAddress().isAnyLocalAddress()
                ? "127.0.0.1"
                : at.getAddress().getHostAddress();
        return "http://" + new Address(host, at.getPort()) + "/?token=" + token.value();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "no-store");
            headers.set("Content-Security-Policy", "default-src 'none'; img-src 'self'; style-src 'self'");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("X-Frame-Options", "DENY");
            headers.set("Referrer-Policy", "no-referrer");
            answer(exchange);
        } catch (IOException e) {
            Logger.debug("A browser went away ({}).", e.getMessage());
        } catch (RuntimeException e) {
            Logger.error("A fault of ours on the live page ({}).", e.toString());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        String path = exchange.getRequestURI().getPath();
        if (!host.matches(NUMERIC_HOST)) {
            say(exchange, MISDIRECTED, "This page is asked for by the box's address in numbers.");
        } else if (!exchange.getRequestMethod().equals("GET")) {
            say(exchange, WRONG_METHOD, "This page is only looked at.");
        } else if (path.equals("/") && token.is(asked(exchange))) {
            exchange.getResponseHeaders()
                    .set("Set-Cookie", COOKIE + "=" + token.value() + "; Path=/; HttpOnly; SameSite=Strict");
            exchange.getResponseHeaders().set("Location", "/");
            exchange.sendResponseHeaders(FOUND_ELSEWHERE, -1);
        } else if (!known(exchange)) {
            say(exchange, FORBIDDEN, "This page needs its key: run slipstream page on the box, and open what it says.");
        } else {
            show(exchange, path);
        }
    }

    private void show(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/")) {
            boolean chinese = LivePage.chinese(exchange.getRequestHeaders().getFirst("Accept-Language"));
            String page = new LivePage(view.get(), gallery, chinese, ZoneId.systemDefault()).html();
            send(exchange, 200, HTML, page.getBytes(StandardCharsets.UTF_8));
        } else if (path.equals("/page.css")) {
            try (InputStream css = PageServer.class.getResourceAsStream("page.css")) {
                send(exchange, 200, "text/css; charset=utf-8", css.readAllBytes());
            }
        } else if (path.matches(RECEIPT)) {
            long number = Long.parseLong(path.replaceAll(RECEIPT, "$1"));
            Optional<Gallery.Kept> kept = gallery.find(number);
            byte[] png = kept.isEmpty() ? new byte[0] : kept.get().picture();
            if (png.length == 0) {
                say(exchange, NOT_FOUND, "That receipt is kept no more.");
            } else {
                send(exchange, 200, "image/png", png);
            }
        } else {
            say(exchange, NOT_FOUND, "There is nothing here.");
        }
    }

    private static String asked(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        return query.startsWith("token=") ? query.substring("token=".length()) : "";
    }

    private boolean known(HttpExchange exchange) {
        List<String> cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
        return cookies.stream()
                .flatMap(line -> Stream.of(line.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .anyMatch(cookie -> token.is(cookie.substring(COOKIE.length() + 1)));
    }

    private static void say(HttpExchange exchange, int status, String sentence) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
