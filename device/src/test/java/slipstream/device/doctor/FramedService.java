package slipstream.device.doctor;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// A service behind mutual TLS that gives every question the same answer, in frames written by hand (RFC 9113).
final class FramedService implements AutoCloseable {
    private static final int PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length();
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;

    private final ServerSocket listener;
    private final SSLSocketFactory sockets;
    private final SSLParameters parameters;
    private final int status;
    private final String body;

    /// @param protocol what it speaks: `h2`
    FramedService(Authority trusted, Authority.Leaf leaf, String protocol, int status, String body) throws Exception {
        this.status = status;
        this.body = body;
        char[] none = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, none);
        store.setKeyEntry("service", leaf.keys().getPrivate(), none, new X509Certificate[] {leaf.certificate()});
        store.setCertificateEntry("ca", trusted.certificate());
        KeyManagerFactory mine = KeyManagerFactory.getInstance("PKIX");
        mine.init(store, none);
        TrustManagerFactory theirs = TrustManagerFactory.getInstance("PKIX");
        theirs.init(store);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
        sockets = tls.getSocketFactory();
        parameters = tls.getDefaultSSLParameters();
        parameters.setApplicationProtocols(new String[] {protocol});
        parameters.setNeedClientAuth(true);
        listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket wire = listener.accept()) {
                try (var socket = (SSLSocket) sockets.createSocket(wire, null, false)) {
                    socket.setSSLParameters(parameters);
                    serve(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
                } catch (IOException ended) {
                    // The client has what it wanted, or is not wanted: it is to read why before the line ends.
                    wire.shutdownOutput();
                    wire.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
            } catch (IOException ended) {
                // The client went first.
            }
        }
    }

    private void serve(DataInputStream in, OutputStream out) throws IOException {
        in.readNBytes(PREFACE);
        frame(out, SETTINGS, 0, 0, new byte[0]);
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            in.readNBytes(length);
            if (type == SETTINGS && flags != ACK) {
                frame(out, SETTINGS, ACK, 0, new byte[0]);
            } else if (type == DATA && (flags & END_STREAM) != 0) {
                frame(out, HEADERS, END_HEADERS, stream, head());
                frame(out, DATA, END_STREAM, stream, body.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// `:status` and `content-type`, literal, their names by the numbers of HPACK's static table (RFC 7541, A).
    private byte[] head() {
        String type = "application/json";
        return ("\u0008\u0003" + status + "\u000f\u0010" + (char) type.length() + type)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void frame(OutputStream out, int type, int flags, int stream, byte[] payload) throws IOException {
        out.write(new byte[] {0, (byte) (payload.length >> 8), (byte) payload.length, (byte) type, (byte) flags});
        out.write(new byte[] {0, 0, (byte) (stream >> 8), (byte) stream});
        out.write(payload);
        out.flush();
    }
}
