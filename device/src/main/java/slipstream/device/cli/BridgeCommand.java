package slipstream.device.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import slipstream.device.config.BoxConfig;
import slipstream.device.config.ConfigException;
import slipstream.device.panel.GpioPanel;

/// `slipstream bridge`.
@Command(
        name = "bridge",
        mixinStandardHelpOptions = true,
        header = "Runs the box between POS and printer.",
        description = "Goes on until it is told to end. Reads its configuration again at SIGHUP and drops no POS.",
        footer = {"", "Examples:", "  slipstream bridge --config slipstream.toml"})
final class BridgeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration, TOML.")
    private Path file;

    @Override
    public Integer call() throws Exception {
        BoxConfig config;
        try {
            config = BoxConfig.read(file);
        } catch (ConfigException e) {
            e.errors().forEach(spec.commandLine().getErr()::println);
            return Failure.WRONG_USE;
        }
        Logs.begin(config.logLevel());
        var ended = new CountDownLatch(1);
        try (var vitals = new Vitals();
                var box = Box.start(config, vitals::connection);
                var control = Control.start(config, box, file)) {
            vitals.watch(box::progress);
            config.panel().ifPresent(pins -> vitals.show(GpioPanel.start(pins, new BoxButton(box)), box));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(vitals, control, box), "end"));
            HangUp.does(() -> box.reload(file));
            vitals.ready("Receipts pass.");
            ended.await();
        }
        return 0;
    }

    private static void end(Vitals vitals, Control control, Box box) {
        vitals.stopping();
        control.close();
        box.close();
    }
}
