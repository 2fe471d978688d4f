package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HangUpTest {
    @Test
    void eachSignalIsHeardAndEndsNothing() throws Exception {
        var heard = new Semaphore(0);
        HangUp.does(heard::release);
        String self = Long.toString(ProcessHandle.current().pid());
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-HUP", self).inheritIO().start().waitFor());
            heard.acquire();
        }
    }
}
