package slipstream.escpos.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.testing.Bytecode;

/// Every command that prints a barcode or a symbol, of every family of printers: its kind and what a scanner reads.
class SymbolPayloadTest {

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # both forms of GS k
            escpos       | 1D 6B 00 "03600029145" 00                    | UPC-A 036000291452
            escpos       | 1D 6B 41 0C "036000291452"                   | UPC-A 036000291452
            escpos       | 1D 6B 01 "04210000526" 00                    | UPC-E 04252614
            escpos       | 1D 6B 42 06 "425261"                         | UPC-E 04252614
            escpos       | 1D 6B 02 "400638133393" 00                   | EAN13 4006381333931
            escpos       | 1D 6B 43 0D "4006381333931"                  | EAN13 4006381333931
            escpos       | 1D 6B 03 "7351353" 00                        | EAN8 73513537
            escpos       | 1D 6B 44 08 "73513537"                       | EAN8 73513537
            escpos       | 1D 6B 04 "*A-1*" 00                          | CODE39 A-1
            escpos       | 1D 6B 45 03 "A-1"                            | CODE39 A-1
            escpos       | 1D 6B 05 "123456" 00                         | ITF 123456
            escpos       | 1D 6B 46 06 "123456"                         | ITF 123456
            escpos       | 1D 6B 06 "A12B" 00                           | CODABAR A12B
            escpos       | 1D 6B 47 04 "A12B"                           | CODABAR A12B
            escpos       | 1D 6B 48 04 "Ab 1"                           | CODE93 Ab 1
            escpos       | 1D 6B 49 0A "{BNo.{C" 0C 22 38               | CODE128 No.123456
            escpos       | 1D 6B 4A 14 "(01)0950110153000*10"           | GS1-128 010950110153000310
            escpos       | 1D 6B 4B 0D "0950110153000"                  | GS1 DataBar Omnidirectional 09501101530003
            escpos       | 1D 6B 4C 0D "0950110153000"                  | GS1 DataBar Truncated 09501101530003
            escpos       | 1D 6B 4D 0D "0950110153000"                  | GS1 DataBar Limited 09501101530003
            escpos       | 1D 6B 4E 0A "(10)AB{1(2"                     | GS1 DataBar Expanded 10AB\u001d2
            escpos       | 1D 6B 4F 05 "auto1"                          | CODE128 auto1
            # GS ( k: model, size, level, data, print
            escpos       | 1D286B 04003141 3200 1D286B 03003143 06 1D286B 03003145 31 1D286B 08003150 30 "http:" 1D286B 03003151 30 | QR Code http:
            escpos       | 1D286B 05003050 30 "ab" 1D286B 03003051 30   | PDF417 ab
            escpos       | 1D286B 05003250 30 "ab" 1D286B 03003251 30   | MaxiCode ab
            escpos       | 1D286B 11003350 30 "H0950110153000" 1D286B 03003351 30 | GS1 DataBar 09501101530003
            escpos       | 1D286B 0A003350 30 "L(10)AB" 1D286B 03003351 30 | GS1 DataBar 10AB
            escpos       | 1D286B 11003450 30 "0B400638133393" 1D286B 0B003450 30 "1A(21)A1" 1D286B 03003451 30 | Composite 4006381333931;21A1
            escpos       | 1D286B 05003550 30 "ab" 1D286B 03003551 30   | Aztec ab
            escpos       | 1D286B 05003650 30 "ab" 1D286B 03003651 30   | DataMatrix ab
            escpos       | 1D286B 05003150 30 E4BB 1D286B 03003151 30   | QR Code \u00e4\u00bb
            escpos       | 1D286B 03003151 30                           | QR Code
            # Custom: function 65 with one parameter, data kept with m 49
            custom       | 1D286B 03003141 00 1D286B 05003150 31 "ab" 1D286B 03003151 31 | QR Code ab
            # clones
            clone        | 1B 5A 00 4C 06 02 00 "ab"                    | QR Code ab
            clone        | 1D 5A 00 1B 5A 02 03 02 02 00 "ab"           | PDF417 ab
            clone        | 1D 5A 01 1B 5A 00 00 04 02 00 "ab"           | DataMatrix ab
            clone        | 1D 5A 02 1B 5A 00 48 06 02 00 "ab"           | QR Code ab
            clone        | 1D 6B 61 05 03 02 00 "ab"                    | QR Code ab
            clone        | 1D 6B 62 05 03 02 00 "ab"                    | DataMatrix ab
            clone        | 1D 6B 63 05 03 02 00 "ab"                    | PDF417 ab
            clone-driver | 1D 6B 20 05 03 "ab" 00                       | QR Code ab
            clone-driver | 1D 6B 21 05 03 "ab" 00                       | DataMatrix ab
            clone-driver | 1D 6B 22 05 03 "ab" 00                       | PDF417 ab
            clone        | 1F 51 02 01 0000 0002 01 04 "ab" 0080 0002 01 04 "cd" | QR Code ab;cd
            bematech     | 1D 6B 51 01 06 00 01 02 00 "ab"              | QR Code ab
            bematech     | 1D 6B 80 01 06 00 01 02 00 "ab"              | PDF417 ab
            datecs       | 1D 6B 09 00 "ab" 00                          | PDF417 ab
            datecs       | 1D 6B 4A 00 02 00 "ab"                       | PDF417 ab
            # Star
            star         | 1B1D7953 30 02 1B1D7953 31 01 1B1D7953 32 05 1B1D7944 31 00 0200 "ab" 1B1D7950 | QR Code ab
            star         | 1B1D7944 32 02 00 0200 "ab" 01 0100 "c" 1B1D7950 | QR Code abc
            star         | 1B1D7853 30 01 00 05 1B1D7853 31 02 1B1D7853 32 03 1B1D7853 33 03 1B1D7844 0200 "ab" 1B1D7850 | PDF417 ab
            star         | 1B 62 "1" "2" "1" 40 "03600029145" 1E        | UPC-A 036000291452
            star         | 1B 62 "4" "2" "1" 40 "A-1" 1E                | CODE39 A-1
            star         | 1B 62 "5" "2" "1" 40 "12345" 1E              | ITF 012345
            star         | 1B 62 "6" "2" "1" 40 "%7A%0{%8123456%6%I%7x" 1E | CODE128 A%{123456\u0009x
            star         | 1B 62 "9" "2" "1" 40 "(10)AB" 1E             | GS1-128 10AB
            """)
    void aSymbolIsToldWithWhatAScannerReads(String dialect, String stream, String symbol) {
        assertEquals(symbol, symbol(dialect, stream).strip());
    }

    private static String symbol(String dialect, String stream) {
        List<Receipt> receipts = new ArrayList<>();
        var receiptReader = new ReceiptReader(PrinterProfile.GENERIC_80MM, receipts::add);
        var reader = new CommandReader(1 << 16, receiptReader::accept);
        byte[] bytes = Bytecode.of(stream);
        new CommandDecoder(Grammar.named(dialect), reader).feed(bytes, 0, bytes.length);
        reader.flush();
        receiptReader.end(Receipt.Ending.END_OF_STREAM);
        return receipts.getFirst().elements().stream()
                .map(element -> (Element.Symbol) element)
                .map(element -> element.system() + " " + element.payload().replaceAll("[\n|]", ";"))
                .collect(Collectors.joining(", "));
    }
}
