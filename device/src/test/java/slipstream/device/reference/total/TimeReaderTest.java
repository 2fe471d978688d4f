package slipstream.device.reference.total;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.device.reference.text.Folded;

/// Which of a receipt's days and times is the one of the payment, and how it is read.
class TimeReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2026-11-22 14:05:09|-|2026-11-22T14:05:09",
                "2026年11月22日 14時05分|JPY|2026-11-22T14:05",
                "2026년 11월 22일 오후 2:05|KRW|2026-11-22T14:05",
                "22.11.26 14:05|EUR|2026-11-22T14:05",
                "03/04/2026 2:05 PM|USD|2026-03-04T14:05",
                "03/04/2026 14:05|GBP|2026-04-03T14:05",
                "11/22/2026 14:05|EUR|2026-11-22T14:05",
                "TOTAL $4.00;03/04/2026 14:05|-|2026-03-04T14:05",
                "ABN 12 TOTAL $4.00;03/04/2026 14:05|-|2026-04-03T14:05",
                "合計 10;26/11/22 14:05|JPY|2026-11-22T14:05",
                "枱 3;03/04/26 14:05|HKD|2026-04-03T14:05",
                "22 Nov 2026 14:05|GBP|2026-11-22T14:05",
                "Nov 22, 2026 at 2:05 PM|USD|2026-11-22T14:05",
                "21-May-2026 7:04:00PM|USD|2026-05-21T19:04",
                "22. März 2026 14:05 Uhr|EUR|2026-03-22T14:05",
                "le 22 août 2026 à 14h05|EUR|2026-08-22T14:05",
                "22 de noviembre de 2026 14:05|EUR|2026-11-22T14:05",
                "22 fev 2026 14:05|BRL|2026-02-22T14:05",
                "令和8年11月22日 14:05|JPY|2026-11-22T14:05",
                "R8.11.22 14:05|JPY|2026-11-22T14:05",
                "民國115年11月22日 14:05|TWD|2026-11-22T14:05",
                "115/11/22 14:05|TWD|2026-11-22T14:05",
                "入场 2026-11-22 12:00;出场 2026-11-22 14:05|CNY|2026-11-22T14:05",
                "支付时间 2026-11-22 14:05;打印时间 2026-11-22 14:30|CNY|2026-11-22T14:05",
                "Opened 22/11/2026 12:00;Closed 22/11/2026 14:05|GBP|2026-11-22T14:05",
                "开始 2026-11-22 00:01 结束 2026-11-22 14:05|CNY|2026-11-22T14:05",
                "开台 2026-11-22 12:00|CNY|2026-11-22T12:00",
                "有效期至 2027-01-01;2026-11-22 14:05|CNY|2026-11-22T14:05",
                "Datum 22.11.2026;Uhrzeit 14:05|EUR|2026-11-22T14:05",
                "14:05 22/11/2026|EUR|2026-11-22T14:05",
                "Version 2.11.2 build 7|-|-",
                "31/02/2026 14:05|EUR|-"
            })
    void theTimeOfThePaymentIsRead(String lines, String currency, String time) {
        var reader = new TimeReader();
        for (String line : lines.split(";")) {
            reader.line(Folded.text(line));
        }
        assertEquals(
                Optional.ofNullable(time),
                reader.time(Optional.ofNullable(currency)).map(PrintedTime::toString));
    }
}
