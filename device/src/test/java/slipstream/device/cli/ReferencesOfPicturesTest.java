package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.Job;
import slipstream.device.picture.Drawn;
import slipstream.device.picture.Installed;

class ReferencesOfPicturesTest {
    private static final String NUMBER = "4200001234202611221234567890";

    @TempDir
    private Path directory;

    private final Shell shell = new Shell(new byte[0]);

    @BeforeAll
    static void installed() {
        Installed.assume();
    }

    @Test
    void aReferenceInAPictureIsTold() throws IOException {
        String file = file("清风小馆", "合计 12.80", "微信支付 12.80", "交易单号:" + NUMBER, "谢谢惠顾");
        assertEquals(0, shell.run("references", file));
        assertTrue(shell.out().contains("\n  wechat transaction_id " + NUMBER + "\n"), shell::out);
        assertEquals("", shell.errors());
    }

    @Test
    void theTimeThatItTookIsToldOnRequest() throws IOException {
        String file = file("Thank you");
        assertEquals(0, shell.run("references", "--time", file));
        assertTrue(shell.errors().matches("(?s).*, receipt 1: its pictures took \\d+ ms\\.\n"), shell::errors);
    }

    private String file(String... lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Drawn.of(lines).strips());
        bytes.writeBytes(new Job().cut().bytes());
        return Files.write(directory.resolve("receipt.bin"), bytes.toByteArray())
                .toString();
    }
}
