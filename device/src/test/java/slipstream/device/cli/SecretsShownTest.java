package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.Job;

/// What `references` and `learn` show of a receipt full of secrets, on the screen, as JSON and in errors.
class SecretsShownTest {
    private static final List<String> SECRETS = List.of(
            "134567890123456789",
            "2812345678901234",
            "6212345678901234567",
            "4111111111111111",
            "378282246310005",
            "2088123456789012",
            "11010519491231002X");

    /// As many digits of one in a row may be seen.
    private static final int MOST_SHOWN = 4;

    @TempDir
    private Path directory;

    private final Shell shell = new Shell("1\n2\n3\nq\n".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "references FILE",
                "references --json FILE",
                "references --explain FILE",
                "references --explain --json FILE",
                "learn FILE",
                "learn --json FILE",
                "learn FILE --receipt 1 --run 1 --scheme shop",
                "learn FILE --receipt 1 --run 7 --scheme shop",
                "learn FILE --pick 134567890123456788 --scheme shop --json"
            })
    void noneIsShown(String command) throws IOException {
        for (String secret : SECRETS) {
            String file = Files.write(directory.resolve("receipt.bin"), receipt(secret))
                    .toString();
            shell.run(command.replace("FILE", file).split(" "));
            String seen = (shell.out() + shell.errors()).replace("134567890123456788", "");
            assertTrue(seen.length() > 0, command);
            String bare = seen.replaceAll("[ -]", "");
            for (int i = 0; i + MOST_SHOWN < secret.length(); i++) {
                String part = secret.substring(i, i + MOST_SHOWN + 1);
                assertFalse(bare.contains(part), () -> command + " shows " + part + " of " + secret + ": " + seen);
            }
        }
    }

    @Test
    void aPrintedMaskStaysAsItIs() throws IOException {
        byte[] slip = Job.begin()
                .lines("卡号 622202******1234", "参考号 123456789012 411111******1111")
                .cut()
                .bytes();
        String file = Files.write(directory.resolve("slip.bin"), slip).toString();
        assertEquals(0, shell.run("text", file));
        assertTrue(shell.out().contains("622202******1234"), shell.out());
    }

    private static byte[] receipt(String secret) {
        int half = secret.length() / 2;
        String groups = secret.replaceAll("(.{4})(?=.)", "$1 ");
        Job job = Job.begin()
                .lines("清风小馆", "合计 28.00", "微信支付 28.00")
                .lines("付款码:" + secret, "商户单号:" + secret, groups, groups.replace(' ', '-'), "REF NO " + groups)
                .lines("订单号:" + wide(secret), "A" + secret, "商户单号:ORD_" + secret);
        job.text("单号:" + secret.substring(0, half))
                .bold(true)
                .lines(secret.substring(half))
                .bold(false);
        job.lines("--", "卡号", groups, "6 + 13", secret.substring(0, 6) + " " + secret.substring(6));
        return job.qr("https://pay.example/?code=" + secret)
                .code128(secret)
                .cut()
                .bytes();
    }

    private static String wide(String digits) {
        var wide = new StringBuilder();
        digits.chars().forEach(c -> wide.append(c < 'A' ? (char) (c + 0xFEE0) : (char) c));
        return wide.toString();
    }
}
