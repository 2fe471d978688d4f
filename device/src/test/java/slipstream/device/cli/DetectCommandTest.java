package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectCommandTest {
    private static final String CHINESE = "好邻居便利店\n农夫山泉 2.00\n合计：7.50\n支付方式：微信支付\n";
    private static final String TRADITIONAL = "美味早餐店\n統一編號 12345678\n蘿蔔糕 35元\n合計 75元\n電子發票證明聯\n謝謝光臨\n";
    private static final String KOREAN = "행복분식\n사업자번호 123-45-67890\n떡볶이 4,500\n합계금액 8,500\n카드결제\n감사합니다\n";
    private static final String JAPANESE = "さくら食堂\n東京都港区\n日替わり定食 850\n小計 1,150\nお釣り 350\n";
    private static final String FRENCH = "Boulangerie Hébert\nÉclair à la crème 3.10\nTotal réglé 5.50\nÀ bientôt\n";
    private static final String RUSSIAN = "Кассовый чек\nМолоко 3,2% 78.00\nИТОГО 123.50\nНаличными\n";

    @TempDir
    private Path directory;

    private final Shell shell = new Shell(new byte[0]);

    /// Chosen by the till: two-byte mode, a page; or left to the printer.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "CHINESE     | GB18030      | 1C 26    | GB18030   | {}",
                "CHINESE     | GB18030      | -        | GB18030   | {\"two-byte-from-power-on\":\"yes\"}",
                "CHINESE     | UTF-8        | -        | UTF_8     | {}",
                "TRADITIONAL | Big5         | 1C 26    | BIG5      | {\"two-byte\":\"big5\"}",
                "KOREAN      | EUC-KR       | -        | EUC_KR    | {\"two-byte\":\"euc-kr\",\"two-byte-from-power-on\":\"yes\"}",
                "JAPANESE    | windows-31j  | 1C 43 01 | SHIFT_JIS | {}",
                "FRENCH      | windows-1252 | 1B 74 10 | WPC1252   | {}",
                "RUSSIAN     | IBM866       | 1B 74 11 | PC866     | {}",
                "RUSSIAN     | IBM866       | 1B 74 07 | PC866     | {\"code-page-table\":\"citizen\"}",
                "RUSSIAN     | windows-1251 | -        | WPC1251   | null",
            })
    void theCodeIsToldAndWhatToSet(String text, String charset, String choice, String code, String keys)
            throws IOException {
        String file = sent("a.bin", text(text), charset, choice == null ? "" : choice);
        assertEquals(0, shell.run("detect", "--json", file), shell.errors());
        assertTrue(shell.out().contains("\"codes\":[\"" + code + "\""), shell.out());
        assertTrue(shell.out().contains("\"keys\":" + keys + "}"), shell.out());
        boolean aLine = text(text).lines().anyMatch(line -> shell.out().contains("\"example\":\"" + line + "\""));
        assertTrue(aLine, shell.out());
    }

    /// Whatever is said to be set makes the profile right.
    @ParameterizedTest
    @CsvSource({"CHINESE, GB18030", "TRADITIONAL, Big5", "KOREAN, EUC-KR"})
    void whatIsSetMakesTheProfileRight(String text, String charset) throws IOException {
        String file = sent("a.bin", text(text), charset, "");
        assertEquals(0, shell.run("detect", file), shell.errors());
        List<String> lines = shell.lines().stream().map(String::strip).toList();
        Path own = directory.resolve("own.properties");
        Files.write(own, lines.subList(lines.indexOf("like = generic-80mm"), lines.size()));
        assertEquals(0, shell.run("detect", "--profile", own.toString(), file), shell.errors());
        assertTrue(shell.out().contains("nothing: own is right"), shell.out());
        assertEquals(0, shell.run("text", "--profile", own.toString(), file));
        assertEquals(text(text).lines().toList(), shell.lines());
    }

    @Test
    void aLineIsShownInBothWaysAndAsTheProfileReadsIt() throws IOException {
        String file = sent("a.bin", TRADITIONAL, "Big5", "");
        assertEquals(0, shell.run("detect", file));
        assertTrue(shell.lines().getFirst().startsWith("code      Big5 (traditional Chinese), more than 99 % sure"));
        assertEquals("          \"美味早餐店\"", shell.lines().get(1));
        assertTrue(shell.lines().get(2).startsWith("or        "), shell.out());
        assertTrue(shell.out().contains("generic-80mm reads"), shell.out());
        assertTrue(shell.out().contains("the profile generic-80mm-taiwan"), shell.out());
        assertTrue(shell.lines().stream().allMatch(line -> line.length() <= 80), shell.out());
    }

    @Test
    void starsOwnCommandsAreToldFromEscPos() throws IOException {
        String star = sent("star.bin", "Total\n", "US-ASCII", "1B 1D 74 01");
        assertEquals(0, shell.run("detect", star));
        assertTrue(shell.out().contains("dialect   Star's own"), shell.out());
        assertTrue(shell.out().contains("star-tsp650-line"), shell.out());
        assertEquals(0, shell.run("detect", "--profile", "star-tsp650-line", star));
        assertTrue(shell.out().contains("nothing: star-tsp650-line is right"), shell.out());
        String other = sent("other.bin", "Total\n", "US-ASCII", "");
        assertEquals(0, shell.run("detect", "--json", other));
        assertTrue(shell.out().contains("\"codes\":[]"), shell.out());
        assertTrue(shell.out().contains("\"dialects\":[\"escpos\"]"), shell.out());
    }

    @Test
    void receiptsCountTogetherAndOneThatIsMissingIsTold() throws IOException {
        String none = directory.resolve("none").toString();
        String first = sent("a.bin", "TOTAL\n", "US-ASCII", "");
        String second = sent("b.bin", CHINESE, "GB18030", "");
        assertEquals(1, shell.run("detect", "--json", first, none, second));
        assertEquals("There is no file or directory " + none + ".\n", shell.errors());
        assertTrue(shell.out().contains("\"files\":[\"" + first + "\",\"" + second + "\"]"), shell.out());
        assertTrue(shell.out().contains("\"codes\":[\"GB18030\"]"), shell.out());
    }

    @Test
    void anyBytesAreAnswered() throws IOException {
        byte[] noise = new byte[200_000];
        new java.util.Random(3).nextBytes(noise);
        String file = Files.write(directory.resolve("noise"), noise).toString();
        assertEquals(0, shell.run("detect", file), shell.errors());
        assertEquals("", shell.errors());
    }

    private String sent(String name, String text, String charset, String choice) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x1B, '@'});
        for (String b : choice.isEmpty() ? new String[0] : choice.split(" ")) {
            bytes.write(Integer.parseInt(b, 16));
        }
        bytes.writeBytes(text.getBytes(Charset.forName(charset)));
        bytes.writeBytes(new byte[] {'\n', '\n', 0x1D, 'V', 0});
        return Files.write(directory.resolve(name), bytes.toByteArray()).toString();
    }

    private static String text(String name) {
        return switch (name) {
            case "CHINESE" -> CHINESE;
            case "TRADITIONAL" -> TRADITIONAL;
            case "KOREAN" -> KOREAN;
            case "JAPANESE" -> JAPANESE;
            case "FRENCH" -> FRENCH;
            default -> RUSSIAN;
        };
    }
}
