package slipstream.device.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.port.Address;
import slipstream.device.port.Ports;
import slipstream.device.port.PosListener;
import slipstream.device.port.PosPlace;
import slipstream.device.port.system.PseudoTerminal;
import slipstream.escpos.profile.PrinterProfile;

/// Sessions between ends that are no TCP.
@Timeout(60)
class EveryPortTest {
    private static BridgeOptions options(PosPlace pos, String printer) {
        return BridgeOptions.of(pos, Ports.connector(printer), PrinterProfile.GENERIC_80MM)
                .withPatience(Duration.ofMillis(300))
                .withDrain(Duration.ofMillis(200));
    }

    @Test
    void serialLinesCarryEveryByteBothWays() throws IOException {
        try (var pos = new PseudoTerminal();
                var printer = new PseudoTerminal();
                Bridge bridge = Bridge.start(
                        options(
                                Ports.place("serial:" + pos.device() + ",19200,8N1,rts-cts"),
                                "serial:" + printer.device() + ",115200,8N1,dtr-dsr"),
                        Bridge.COPYING)) {
            byte[] job = new byte[2000];
            new Random(1).nextBytes(job);
            pos.awaitSet().give(job);
            assertArrayEquals(job, printer.take(job.length));
            printer.give((byte) 0x12);
            assertArrayEquals(new byte[] {0x12}, pos.take(1));
            assertEquals(1, bridge.sessions());
        }
    }

    @Test
    void aBusyPrinterStopsThePosAndNothingIsLost() throws IOException {
        try (var pos = new PseudoTerminal();
                var printer = new PseudoTerminal();
                Bridge bridge = Bridge.start(
                        options(
                                Ports.place("serial:" + pos.device() + ",9600,8N1,rts-cts"),
                                "serial:" + printer.device() + ",115200,8N1,rts-cts"),
                        Bridge.COPYING)) {
            byte[] job = new byte[1_000_000];
            new Random(2).nextBytes(job);
            pos.awaitSet().give(Arrays.copyOf(job, 10));
            assertArrayEquals(Arrays.copyOf(job, 10), printer.take(10));
            int taken = pos.giveUntilFull(job, Duration.ofMillis(500));
            assertTrue(taken < 200_000, taken + " bytes went nowhere");
            assertArrayEquals(Arrays.copyOf(job, taken), printer.take(taken));
            assertEquals(1, bridge.sessions());
        }
    }

    @Test
    void anLpdJobIsAcknowledgedWhenThePrinterHasIt() throws IOException {
        try (var printer = new PrinterFake().stalled(true);
                PosListener listener = Ports.listener("lpd:127.0.0.1:0");
                Bridge bridge =
                        Bridge.start(options(place(listener), printer.address().toString()), Bridge.COPYING);
                Socket client = client(listener)) {
            byte[] job = new byte[8_000_000];
            var writer = Thread.ofPlatform().daemon().start(() -> send(client, job));
            while (bridge.sessions() == 0) {
                Thread.onSpinWait();
            }
            assertEquals(2, client.getInputStream().readNBytes(2).length);
            assertEquals(0, client.getInputStream().available(), "the printer has taken nothing");
            printer.stalled(false);
            assertEquals(0, client.getInputStream().read());
            assertEquals(job.length, printer.received(job.length).length);
            assertEquals(0, client.getInputStream().available());
            assertTrue(writer.isDaemon());
        }
    }

    @Test
    void anLpdJobThatThePrinterDidNotGetIsRefused() throws IOException {
        var nobody = new PrinterFake();
        Address away = nobody.address();
        nobody.close();
        try (PosListener listener = Ports.listener("lpd:127.0.0.1:0")) {
            try (Bridge bridge = Bridge.start(options(place(listener), away.toString()), Bridge.COPYING);
                    Socket client = client(listener)) {
                send(client, new byte[] {1, 2, 3});
                assertEquals(0, client.getInputStream().read());
                assertEquals(0, client.getInputStream().read());
                assertEquals(1, client.getInputStream().read());
                assertTrue(bridge.sessions() <= 1);
            }
        }
    }

    private static void send(Socket client, byte[] job) {
        try {
            client.getOutputStream()
                    .write(("\2aux\n\3" + job.length + " dfA001till\n").getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().write(job);
            client.getOutputStream().write(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Socket client(PosListener listener) throws IOException {
        String name = listener.name();
        return new Socket("127.0.0.1", Integer.parseInt(name.substring(name.lastIndexOf(':') + 1)));
    }

    private static PosPlace place(PosListener open) {
        return new PosPlace() {
            @Override
            public PosListener open() {
                return open;
            }

            @Override
            public String name() {
                return open.name();
            }
        };
    }
}
