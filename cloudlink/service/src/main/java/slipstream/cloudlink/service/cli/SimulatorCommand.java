package slipstream.cloudlink.service.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.alipay.simulator.AlipaySimulator;
import slipstream.cloudlink.service.gateway.alipay.simulator.Mode;
import slipstream.cloudlink.service.gateway.wechat.simulator.Trust;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;

/// `simulator`: WeChat Pay and Alipay for trials and tests, until it is told to stop.
@Command(
        name = "simulator",
        description = "Run a simulated WeChat Pay and Alipay, which check signatures as the real ones do.",
        mixinStandardHelpOptions = true)
final class SimulatorCommand implements Callable<Integer> {
    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:0",
            description = "where WeChat Pay answers; port 0 for any (default: ${DEFAULT-VALUE})")
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
            description = "a merchant of WeChat Pay; DIR/MCHID/wechat.toml is for 'merchant add --wechat'; after"
                    + " APPID ',certificates' or ',sm' for one without the platform's public key")
    private Map<String, String> merchants = Map.of();

    @Option(
            names = "--sub-merchant",
            paramLabel = "SUBMCHID=MCHID",
            description = "a merchant for which another one of WeChat Pay places the orders")
    private Map<String, String> subMerchants = Map.of();

    @Option(
            names = "--alipay",
            paramLabel = "APPID=SELLER",
            description = "an application of Alipay; DIR/APPID/alipay.toml is for 'merchant add --alipay'; after"
                    + " SELLER ',encrypted' or ',certified' for one that talks so")
    private Map<String, String> apps = Map.of();

    @Option(
            names = "--alipay-listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:0",
            description = "where Alipay answers; port 0 for any (default: ${DEFAULT-VALUE})")
    private String alipayListen;

    @Option(
            names = "--alipay-control",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:0",
            description = "where Alipay is told what to do; port 0 for any (default: ${DEFAULT-VALUE})")
    private String alipayControl;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (merchants.isEmpty() && apps.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "nobody to simulate for, expected --merchant or --alipay");
        }
        var out = spec.commandLine().getOut();
        if (!merchants.isEmpty()) {
            var wechat = WeChatPaySimulator.start(directory, place(listen), place(control), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(wechat::close, "stop"));
            for (var merchant : merchants.entrySet()) {
                var words = merchant.getValue().split(",", 2);
                wechat.signUp(merchant.getKey(), words[0], kind(words, Trust.PUBLIC_KEY, Trust.class));
            }
            for (var sub : subMerchants.entrySet()) {
                wechat.signUpSubMerchant(sub.getValue(), sub.getKey(), "");
            }
            out.println("listening wechat " + wechat.url() + " control " + wechat.control());
        }
        if (!apps.isEmpty()) {
            var alipay = AlipaySimulator.start(directory, place(alipayListen), place(alipayControl), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(alipay::close, "stop"));
            for (var app : apps.entrySet()) {
                var words = app.getValue().split(",", 2);
                alipay.signUp(app.getKey(), words[0], kind(words, Mode.PLAIN, Mode.class));
            }
            out.println("listening alipay " + alipay.url() + " control " + alipay.control());
        }
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    /// What follows the comma, if anything does.
    private <E extends Enum<E>> E kind(String[] words, E otherwise, Class<E> kinds) {
        try {
            return words.length == 1 ? otherwise : Enum.valueOf(kinds, words[1].toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + words[1] + "' is unknown, expected one of "
                            + Arrays.toString(kinds.getEnumConstants()).toLowerCase(Locale.ROOT));
        }
    }

    private Listen place(String text) {
        return Listen.read(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'" + text + "' is not an address and a port, such as 127.0.0.1:9000"));
    }
}
