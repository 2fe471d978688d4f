package slipstream.cloudlink.service.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;

/// `simulator`: WeChat Pay for trials and tests, until it is told to stop.
@Command(
        name = "simulator",
        description = "Run a simulated WeChat Pay, which checks signatures as the real one does.",
        mixinStandardHelpOptions = true)
final class SimulatorCommand implements Callable<Integer> {
    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:0",
            description = "where the platform answers; port 0 for any (default: ${DEFAULT-VALUE})")
    private String listen;

    @Option(
            names = "--control",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:0",
            description = "where it is told what to do; port 0 for any (default: ${DEFAULT-VALUE})")
    private String control;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            required = true,
            description = "where keys and the merchants' credentials files are kept")
    private Path directory;

    @Option(
            names = "--merchant",
            paramLabel = "MCHID=APPID",
            required = true,
            description = "a merchant of the platform; DIR/MCHID/wechat.toml is for 'merchant add --wechat'")
    private Map<String, String> merchants;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var simulator = WeChatPaySimulator.start(directory, place(listen), place(control), merchants);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stop"));
        var out = spec.commandLine().getOut();
        out.println("listening wechat " + simulator.url() + " control " + simulator.control());
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private Listen place(String text) {
        return Listen.read(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'" + text + "' is not an address and a port, such as 127.0.0.1:9000"));
    }
}
