package slipstream.escpos.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.escpos.text.TextDetector.Guess;

class TextDetectorTest {
    private static final String CHINESE = "好邻居便利店（中关村店）\n单号：20261122-0037\n农夫山泉 550ml  2.00\n康师傅牛肉面   5.50\n"
            + "合计：7.50\n支付方式：微信支付\n交易单号 4200001234202611220037\n欢迎下次光临";
    private static final String TRADITIONAL = "美味早餐店\n統一編號 12345678\n蘿蔔糕 35元\n大冰奶 40元\n合計 75元\n收銀員：小美\n電子發票證明聯\n謝謝光臨";
    private static final String JAPANESE =
            "さくら食堂\n東京都港区芝３－２－１\n日替わり定食 ¥850\nｱｲｽｺｰﾋｰ ¥300\n小計 ¥1,150\nお釣り ¥350\n毎度ありがとうございます";
    private static final String KOREAN =
            "행복분식\n사업자번호 123-45-67890\n떡볶이 4,500\n참치김밥 4,000\n합계금액 8,500\n카드결제\n" + "승인번호: 25917783\n감사합니다. 또 오세요";
    private static final String FRENCH =
            "Boulangerie Hébert\n3, allée des Érables\nPain complet 2.40\nÉclair à la crème 3.10\nTotal réglé 5.50\nÀ bientôt";
    private static final String GERMAN =
            "Bäckerei Müller\nHauptstraße 5\nBrötchen 0.45\nKäsekuchen 3.20\nRückgeld 1.35\nVielen Dank für Ihren Einkauf";
    private static final String RUSSIAN =
            "ООО \"Ромашка\"\nКассовый чек\nМолоко 3,2% 78.00\nХлеб ржаной 45.50\nИТОГО 123.50\nНаличными\nСпасибо за покупку!";

    @ParameterizedTest
    @CsvSource({
        "CHINESE, GB18030, GB18030",
        "CHINESE, UTF-8, UTF_8",
        "TRADITIONAL, Big5, BIG5",
        "TRADITIONAL, UTF-8, UTF_8",
        "JAPANESE, windows-31j, SHIFT_JIS",
        "KOREAN, EUC-KR, EUC_KR",
        "KOREAN, UTF-8, UTF_8",
        "FRENCH, IBM850, PC850",
        "FRENCH, windows-1252, WPC1252",
        "FRENCH, UTF-8, UTF_8",
        "GERMAN, IBM437, PC437",
        "GERMAN, IBM850, PC850",
        "GERMAN, windows-1252, WPC1252",
        "RUSSIAN, IBM866, PC866",
        "RUSSIAN, windows-1251, WPC1251",
        "RUSSIAN, UTF-8, UTF_8",
    })
    void theCodeOfAReceiptIsFound(String text, String charset, String code) {
        List<Guess> guesses = TextDetector.detect(List.of(printed(text(text), charset)));
        assertTrue(guesses.getFirst().codes().contains(code), text + " in " + charset + ": " + guesses);
        assertTrue(guesses.getFirst().sureness() > 0.8, text + " in " + charset + ": " + guesses);
        String sample = guesses.getFirst().sample();
        assertTrue(text(text).lines().anyMatch(sample::equals), sample);
    }

    @Test
    void oneLineIsEnoughForACodeButLessSure() {
        List<Guess> line = TextDetector.detect(List.of(printed("合计：7.50", "GB18030")));
        assertEquals("GB18030", line.getFirst().code());
        List<Guess> word = TextDetector.detect(List.of(printed("Café 2.40", "IBM850")));
        assertTrue(word.getFirst().codes().containsAll(List.of("PC437", "PC850")), word.toString());
        List<Guess> more = TextDetector.detect(List.of(printed(FRENCH, "IBM850"), printed(GERMAN, "IBM850")));
        assertTrue(more.getFirst().sureness() >= word.getFirst().sureness(), more + " " + word);
    }

    @Test
    void pagesThatReadTheBytesAlikeAreNamedTogether() {
        Guess guess = TextDetector.detect(List.of(printed("Müller für Käse", "IBM850")))
                .getFirst();
        assertTrue(guess.codes().containsAll(List.of("PC437", "PC850", "PC858")), guess.toString());
        assertEquals("Müller für Käse", guess.sample());
    }

    @Test
    void linesDrawnByPage437AreNotChinese() {
        String drawn = "╔══════════════════╗\n║ TOTAL      12.50 ║\n╚══════════════════╝\n──────────────────";
        Guess guess = TextDetector.detect(List.of(printed(drawn, "IBM437"))).getFirst();
        assertTrue(guess.codes().contains("PC437"), guess.toString());
    }

    @Test
    void linesDrawnByTheKatakanaPageAreNotKorean() {
        byte[] drawn = new byte[43];
        Arrays.fill(drawn, (byte) 0x95);
        drawn[0] = (byte) 0x9C;
        assertEquals("Katakana", TextDetector.detect(List.of(drawn)).getFirst().code());
    }

    @Test
    void asciiSaysNothingOfACode() {
        assertEquals(List.of(), TextDetector.detect(List.of(printed("TOTAL 12.50", "US-ASCII"))));
        assertEquals(List.of(), TextDetector.detect(List.of()));
        assertEquals(List.of(), TextDetector.detect(List.of(new byte[0])));
    }

    @Test
    void imagesAreNotTakenForText() {
        byte[] picture = new byte[8 + 48 * 40];
        System.arraycopy(new byte[] {0x1D, 'v', '0', 0, 48, 0, 40, 0}, 0, picture, 0, 8);
        for (int i = 8; i < picture.length; i++) {
            picture[i] = (byte) (0x80 + i % 120);
        }
        assertEquals(List.of(), TextDetector.detect(List.of(picture)));
    }

    @Test
    void anyBytesAreAnsweredAndAllAnswersHaveOneTogether() {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        double all = TextDetector.detect(List.of(noise)).stream()
                .mapToDouble(Guess::sureness)
                .sum();
        assertEquals(1, all, 1e-9);
    }

    private static String text(String name) {
        return switch (name) {
            case "CHINESE" -> CHINESE;
            case "TRADITIONAL" -> TRADITIONAL;
            case "JAPANESE" -> JAPANESE;
            case "KOREAN" -> KOREAN;
            case "FRENCH" -> FRENCH;
            case "GERMAN" -> GERMAN;
            default -> RUSSIAN;
        };
    }

    /// A receipt as a till sends it: with settings between the lines and a cut.
    private static byte[] printed(String text, String charset) {
        var job = new ByteArrayOutputStream();
        job.writeBytes(new byte[] {0x1B, '@', 0x1B, 'a', 1});
        for (String line : text.split("\n")) {
            job.writeBytes("\u001BE\u0001".getBytes(UTF_8));
            job.writeBytes(line.getBytes(Charset.forName(charset)));
            job.writeBytes("\u001BE\u0000\n".getBytes(UTF_8));
        }
        job.writeBytes(new byte[] {0x1D, 'V', 66, 0});
        return job.toByteArray();
    }
}
