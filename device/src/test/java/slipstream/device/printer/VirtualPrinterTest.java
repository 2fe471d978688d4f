package slipstream.device.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.Job;
import slipstream.device.port.Address;
import slipstream.escpos.profile.PrinterProfile;

@Timeout(30)
class VirtualPrinterTest {
    @TempDir
    private Path directory;

    private final BlockingQueue<PrintedReceipt> printed = new LinkedBlockingQueue<>();
    private VirtualPrinter printer;

    @BeforeEach
    void start() throws IOException {
        printer = VirtualPrinter.start(
                new Address("127.0.0.1", 0), PrinterProfile.GENERIC_80MM, directory.resolve("out"), printed::add);
    }

    @AfterEach
    void close() {
        printer.close();
    }

    @Test
    void eachReceiptBecomesAPictureAndAText() throws Exception {
        try (Socket pos = pos()) {
            pos.getOutputStream()
                    .write(Job.begin().lines("清风小馆").cut().lines("第二张").cut().bytes());
            PrintedReceipt first = printed.take();
            PrintedReceipt second = printed.take();
            assertEquals("清风小馆", Files.readString(first.textFile()).strip());
            assertEquals("第二张", second.text().strip());
            assertEquals(2, second.number());
            assertEquals(576, header(first.picture(), 0));
            assertEquals(first.height(), header(first.picture(), 4));
        }
    }

    @Test
    void aReceiptWithoutACutEndsWithItsConnection() throws Exception {
        try (Socket pos = pos()) {
            pos.getOutputStream().write(Job.begin().lines("没有切纸").bytes());
        }
        assertEquals("没有切纸", printed.take().text().strip());
    }

    @Test
    void pictureOfAnEarlierRunAreKept() throws Exception {
        Files.writeString(directory.resolve("out/receipt-0001.png"), "earlier");
        try (Socket pos = pos()) {
            pos.getOutputStream().write(Job.begin().lines("清风小馆").cut().bytes());
        }
        assertTrue(printed.take().picture().endsWith("receipt-0002.png"));
        assertEquals("earlier", Files.readString(directory.resolve("out/receipt-0001.png")));
    }

    @Test
    void questionsAreAnsweredAsByAHealthyPrinter() throws Exception {
        try (Socket pos = pos()) {
            ask(pos, new byte[] {0x10, 4, 1}, 0x16);
            ask(pos, new byte[] {0x10, 4, 4}, 0x12);
            ask(pos, new byte[] {0x1D, 'r', 1}, 0);
            ask(pos, new byte[] {0x1D, 'I', 67}, 0x5F, 'T', 'M', '-', 'T', '2', '0', 'I', 'I', 0);
            ask(pos, new byte[] {0x1D, 'a', (byte) 0xFF}, 0x14, 0, 0, 0x0F);
            ask(pos, new byte[] {0x1D, '(', 'H', 6, 0, 48, 48, 'a', 'b', 'c', 'd'}, 0x37, 0x22, 'a', 'b', 'c', 'd', 0);
        }
    }

    @Test
    void nothingInsideAnImageIsAnswered() throws Exception {
        try (Socket pos = pos()) {
            pos.getOutputStream().write(new byte[] {0x1D, 'v', '0', 0, 3, 0, 1, 0, 0x10, 4, 1});
            ask(pos, new byte[] {0x10, 4, 2}, 0x12);
        }
    }

    private static void ask(Socket pos, byte[] question, int... expected) throws IOException {
        pos.getOutputStream().write(question);
        byte[] answer = new byte[expected.length];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = (byte) expected[i];
        }
        assertArrayEquals(answer, pos.getInputStream().readNBytes(answer.length));
    }

    /// A number of a PNG's header, which begins with width and height.
    private static int header(Path picture, int at) throws IOException {
        try (InputStream in = Files.newInputStream(picture)) {
            in.skipNBytes(16 + at);
            return new DataInputStream(in).readInt();
        }
    }

    private Socket pos() throws IOException {
        return new Socket("127.0.0.1", printer.port());
    }
}
