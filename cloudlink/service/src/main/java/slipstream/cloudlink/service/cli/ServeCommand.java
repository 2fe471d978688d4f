package slipstream.cloudlink.service.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import slipstream.cloudlink.service.IdentificationService;

/// `serve`: runs until it is told to stop.
@Command(name = "serve", description = "Run the service.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private ConfigOption config;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var configuration = config.read();
        main.logTo(configuration.log());
        var service = IdentificationService.start(configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
        var out = spec.commandLine().getOut();
        out.println(
                "listening api " + service.api() + " public " + service.open() + " operations " + service.operations());
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }
}
