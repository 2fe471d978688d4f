package slipstream.device.cli;

import java.io.IOException;
import java.util.List;
import org.tinylog.Logger;
import slipstream.device.panel.PanelActions;

/// What the button of a running box does: a page on each printer, or the bypass.
record BoxButton(Box box) implements PanelActions {
    @Override
    public void testPage() {
        List<Thread> printing = box.lines().stream()
                .map(line -> Thread.ofVirtual().start(() -> print(line)))
                .toList();
        try {
            for (Thread thread : printing) {
                thread.join();
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void bypass(boolean on) {
        box.bypass(on);
    }

    private static void print(Line line) {
        try {
            line.testPage();
        } catch (IOException e) {
            Logger.warn("No test page could be printed on line {} ({}).", line.name(), e.getMessage());
        }
    }
}
