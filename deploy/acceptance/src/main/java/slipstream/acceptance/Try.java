package slipstream.acceptance;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.device.printer.PrintedReceipt;

/// `try`: the main job end to end on this machine.
@Command(
        name = "try",
        description = "Show the whole job on this machine: till, box, printer, service, payment platform, phone.",
        mixinStandardHelpOptions = true)
public final class Try implements Callable<Integer> {
    private static final int PRINTERS_PORT = 9100;

    @Parameters(paramLabel = "FILE", description = "streams to print through the box instead of the story")
    private List<Path> files = List.of();

    @Option(names = "--once", description = "end when the story, or the printing, is over")
    private boolean once;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "where the pictures of the receipts go (default: ${DEFAULT-VALUE})")
    private Path out;

    private final Terminal terminal = new Terminal(
            System.out, System.console() != null && System.console().isTerminal());

    private Try() {}

    /// Runs the command and exits: 0 done, 1 failed, 2 wrong use.
    public static void main(String[] arguments) {
        var command = new CommandLine(new Try());
        command.setExecutionExceptionHandler((e, line, result) -> {
            System.err.println("try: " + sentence(e));
            return 1;
        });
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<byte[]> jobs = files.stream().map(Try::read).toList();
        Path directory = Files.createTempDirectory("slipstream");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory), "tidy up"));
        terminal.say("Starting payment platform, identification service, printer and box …");
        try (var street = new Street(directory, out, freePort())) {
            street.awaitConnected();
            if (jobs.isEmpty()) {
                String link = new Story(street, terminal).tell();
                terminal.say("");
                terminal.say("The claim link: " + link);
            } else {
                var play = new Play(street, terminal);
                for (byte[] job : jobs) {
                    play.print(job);
                }
            }
            terminal.say("The pictures of the receipts are in "
                    + out.toAbsolutePath().normalize() + ".");
            if (!once) {
                stay(street);
            }
        }
        return 0;
    }

    /// Stays up until interrupted, and shows what others print.
    private void stay(Street street) throws InterruptedException {
        terminal.say("");
        terminal.say("Everything stays up until Ctrl-C. The box listens at 127.0.0.1 port " + street.port()
                + " as the printer would:");
        terminal.say("    nc -N 127.0.0.1 " + street.port() + " < my-receipt.bin");
        while (true) {
            PrintedReceipt receipt = street.nextReceipt();
            terminal.say("");
            terminal.receipt(receipt.text());
            terminal.remark(receipt.picture().toString());
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + file + ".", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /// The port of printers where it is free, else any.
    private static int freePort() {
        try (var socket = new ServerSocket(PRINTERS_PORT)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }

    private static String sentence(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /// Databases and keys of one try are of no use to the next.
    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("try: " + directory + " could not be removed (" + e.getMessage() + ").");
        }
    }
}
