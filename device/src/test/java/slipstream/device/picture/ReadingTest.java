package slipstream.device.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.receipt.Element;

class ReadingTest {
    private static final String NUMBER = "4200001234202611221234567890";
    private static final Drawn SALE =
            Drawn.of("Corner Bakery", "Croissant x1", "Total 12.80", "交易单号:", NUMBER, "Thank you");

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void inTheEndTheWholeReceiptIsToldInItsOrder() {
        List<String> texts = texts(read(SALE, SALE.reader(), true));
        List<String> whole = List.of("Corner Bakery", "Croissant x1", "Total 12.80", "交易单号:", NUMBER, "Thank you");
        assertEquals(whole, texts.subList(4, 4 + whole.size()));
    }

    @Test
    void theNumberAndItsNeighboursComeFirst() {
        List<String> texts = texts(read(SALE, SALE.reader(), true));
        assertEquals(List.of("", "交易单号:", NUMBER, "Thank you"), texts.subList(0, 4));
    }

    @Test
    void aNumberThatTheEdgeCutsInTwoIsWhole() {
        Drawn drawn = Drawn.of("Merchant Order No:202611220001", "234567");
        assertEquals(
                Set.of("Merchant Order No:202611220001234567"), Set.copyOf(texts(read(drawn, drawn.reader(), true))));
    }

    @Test
    void aNumberAtTheEdgeWaitsForTheLineThatMayEndIt() {
        Drawn drawn = Drawn.of("Merchant Order No:202611220001", "234567");
        Reading reading = bandByBand(drawn);
        assertEquals(Set.of("Merchant Order No:202611220001234567"), Set.copyOf(texts(reading.take())));
    }

    @Test
    void aNumberWithRoomBehindItIsWholeAlready() {
        Drawn drawn = Drawn.of("Order No:202611220001", "234567", "Thank you and see you soon again");
        Reading reading = bandByBand(drawn);
        assertEquals(
                Set.of("Order No:202611220001", "234567", "Thank you and see you soon again", ""),
                Set.copyOf(texts(reading.take())));
    }

    @Test
    void aReceiptIsReadWhileItStillArrives() throws InterruptedException {
        var readings = new ArrayList<Reading>();
        try (Pictures pictures = Pictures.with(SALE.reader())) {
            PictureStream stream = pictures.stream(reading -> {
                reading.whenNews(() -> {
                    synchronized (asked) {
                        texts(reading.take()).forEach(asked::add);
                        asked.notifyAll();
                    }
                });
                readings.add(reading);
            });
            feed(stream, SALE.strips());
            synchronized (asked) {
                while (!asked.contains(NUMBER)) {
                    asked.wait();
                }
            }
            assertEquals(false, readings.getFirst().finished().isDone());
        }
    }

    @Test
    void aReaderThatFailsLeavesTheReceiptUnread() {
        read(
                SALE,
                (model, pages) -> {
                    throw new IOException("The reader is gone.");
                },
                false);
    }

    @Test
    void withoutAReaderThereIsNoText() {
        assertEquals(List.of(), read(SALE, null, true));
    }

    @Test
    void eachReceiptHasItsOwnPictures() {
        var readings = new ArrayList<Reading>();
        try (Pictures pictures = Pictures.with(SALE.reader())) {
            PictureStream stream = pictures.stream(readings::add);
            for (int receipt = 0; receipt < 2; receipt++) {
                feed(stream, SALE.strips());
                stream.receiptEnded();
            }
            readings.forEach(reading -> reading.finished().join());
            assertEquals(2, readings.size());
            assertEquals(
                    texts(readings.getFirst().take()), texts(readings.getLast().take()));
        }
    }

    private static List<Element> read(Drawn drawn, TextReader reader, boolean whole) {
        var readings = new ArrayList<Reading>();
        try (Pictures pictures = Pictures.with(reader)) {
            PictureStream stream = pictures.stream(readings::add);
            feed(stream, drawn.strips());
            stream.receiptEnded();
            assertEquals(whole, readings.getFirst().finished().join());
            return readings.getFirst().take();
        }
    }

    private static Reading bandByBand(Drawn drawn) {
        var reading = new Reading(drawn::reader, Runnable::run, Duration.ofMinutes(1));
        Drawn.bands(drawn.strips()).forEach(reading::add);
        reading.end(0, 0);
        return reading;
    }

    private static void feed(PictureStream stream, byte[] bytes) {
        new CommandDecoder(Grammar.ESC_POS, stream).feed(bytes, 0, bytes.length);
    }

    private static List<String> texts(List<Element> elements) {
        return elements.stream().map(element -> ((Element.Line) element).text()).toList();
    }
}
