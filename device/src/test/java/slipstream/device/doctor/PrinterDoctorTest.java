package slipstream.device.doctor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.device.doctor.Finding.State;

/// What can be wrong with a printer.
@Timeout(60)
class PrinterDoctorTest extends Examination {
    @Test
    void aPrinterThatRefusesIsTold() throws Exception {
        examine();
        assertTold(
                State.BROKEN,
                "printer",
                "127.0.0.1:1 cannot be reached (the connection is refused).",
                "see that the address is the printer's, that its port is 1, and that nobody else is connected to it.");
    }

    /// A listener whose queue is full leaves further connections without an answer (listen(2)).
    @Test
    void aPrinterThatIsSilentIsTold() throws Exception {
        List<SocketChannel> queue = new ArrayList<>();
        try (var silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            for (int waiting = 0; waiting < 4; waiting++) {
                SocketChannel channel = SocketChannel.open();
                queue.add(channel);
                channel.configureBlocking(false);
                channel.connect(silent.getLocalSocketAddress());
            }
            printer = "127.0.0.1:" + silent.getLocalPort();
            examine();
        } finally {
            for (SocketChannel channel : queue) {
                channel.close();
            }
        }
        assertTold(
                State.BROKEN,
                "printer",
                printer + " cannot be reached (no answer within 2 s).",
                "see that it is on, its network cable is in, and its address is in this network.");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost, BROKEN, [printer] address AT is the box itself: receipts would go round.",
        "0.0.0.0,   127.0.0.1, BROKEN, [printer] address AT is the box itself: receipts would go round.",
        "127.0.0.2, 127.0.0.1, LOOK,   'AT takes connections, but leaves a status question without an answer.'"
    })
    void aPrinterThatIsTheBoxItselfIsTold(String listen, String host, State state, String sentence) throws Exception {
        try (var other = new StatusPrinter()) {
            pos = other.port();
            address = listen;
            printer = host + ":" + pos;
            examine();
        }
        assertEquals(state, of("printer").state());
        assertEquals(sentence.replace("AT", printer), of("printer").sentence());
    }

    @ParameterizedTest
    @CsvSource({
        "OK,     16 12 12 12, 'is ready: it has paper, its cover is closed.'",
        "BROKEN, 1E 16 12 12, says: the cover is open.",
        "BROKEN, 1E 32 12 72, says: the paper is out.",
        "BROKEN, 1E 52 1A 12, says: the cutter is stuck.",
        "BROKEN, 1E 52 32 12, says: error.",
        "BROKEN, 1E 12 12 12, says: offline.",
        "LOOK,   16 12 12 1E, 'is ready, but its paper is near the end.'"
    })
    void whatThePrinterSaysIsTold(State state, String answers, String sentence) throws Exception {
        int[] bytes = List.of(answers.split(" ")).stream()
                .mapToInt(text -> Integer.parseInt(text, 16))
                .toArray();
        try (var printing = new StatusPrinter(bytes)) {
            printer = "127.0.0.1:" + printing.port();
            examine();
            assertEquals(state, of("printer").state());
            assertEquals(printer + " " + sentence, of("printer").sentence());
            assertArrayEquals(new byte[] {16, 4, 1, 16, 4, 2, 16, 4, 3, 16, 4, 4}, printing.sent());
        }
    }

    @Test
    void aPrinterThatDoesNotAnswerIsTold() throws Exception {
        try (var printing = new StatusPrinter()) {
            printer = "127.0.0.1:" + printing.port();
            examine();
        }
        assertTold(
                State.LOOK,
                "printer",
                printer + " takes connections, but leaves a status question without an answer.",
                "print a page: slipstream test-print --printer " + printer + " --profile generic-80mm");
    }

    @Test
    void whatAnswersAndIsNoPrinterIsTold() throws Exception {
        try (var web = new StatusPrinter('H', 'T', 'T', 'P')) {
            printer = "127.0.0.1:" + web.port();
            examine();
        }
        assertTold(
                State.LOOK,
                "printer",
                printer + " answers a status question as no printer does (48 in hexadecimal).",
                "see that the address is the printer's; print a page: slipstream test-print --printer " + printer
                        + " --profile generic-80mm");
    }

    @Test
    void aPrinterOfAnotherLanguageIsNotAsked() throws Exception {
        profile = "star-tsp650-line";
        try (var printing = new StatusPrinter(0x16, 0x16, 0x12, 0x12)) {
            printer = "127.0.0.1:" + printing.port();
            examine();
            assertTold(
                    State.OK,
                    "printer",
                    printer + " takes connections; its status is not asked in the dialect star.",
                    "");
            assertEquals(0, printing.sent().length);
        }
    }

    @Test
    void aPrinterThatABoxMayBeUsingIsNotAsked() throws Exception {
        try (var printing = new StatusPrinter(0x16, 0x16, 0x12, 0x12)) {
            var options =
                    config("127.0.0.1:" + printing.port()).lines().getFirst().bridge();
            assertEquals(State.OK, new Printer(options, true).find().state());
            assertEquals(0, printing.sent().length);
        }
    }
}
