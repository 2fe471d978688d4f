package slipstream.device.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import slipstream.escpos.profile.Nearest;

/// `slipstream`: what a technician does with receipts, printers and the box.
///
/// Exits with 0 when done, 1 when it failed, 2 when it was used wrongly; says why in one sentence on standard
/// error.
@Command(
        name = "slipstream",
        mixinStandardHelpOptions = true,
        version = "slipstream " + Main.VERSION,
        description = "Reads, renders and carries receipts on their way to the printer.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Ends with 0 when done, 1 when it failed, 2 when it was used wrongly.",
            "",
            "Examples:",
            "  slipstream text receipt.bin                what a receipt says",
            "  slipstream render receipt.bin -o a.png     what it looks like",
            "  slipstream detect *.bin                    what code a till sends",
            "  slipstream test-print --printer 10.0.0.9   whether a profile is right",
            "  slipstream status                          how the running box does",
            "  slipstream doctor --config slipstream.toml what is wrong with a box",
            "  slipstream help render                     all about one command"
        })
public final class Main implements Runnable {
    static final String VERSION = "0.1.0";

    @Spec
    private CommandSpec spec;

    private Main() {}

    /// Runs the command and ends the process with its code.
    ///
    /// @param arguments the command line
    public static void main(String[] arguments) {
        var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setErr(err);
        System.exit(run(arguments, new Streams(new FileInputStream(FileDescriptor.in), out, err, Main::atTerminal)));
    }

    /// Runs the command, whose output nobody reads at a terminal.
    ///
    /// @return the exit code
    public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
        return run(arguments, new Streams(in, out, err, () -> false));
    }

    private static boolean atTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    static int run(String[] arguments, Streams streams) {
        PrintStream out = streams.out();
        PrintStream err = streams.err();
        var line = new CommandLine(new Main())
                .addSubcommand(new DecodeCommand(streams))
                .addSubcommand(new TextCommand(streams))
                .addSubcommand(new ReferencesCommand(streams))
                .addSubcommand(new RenderCommand(streams))
                .addSubcommand(new InjectCommand(streams))
                .addSubcommand(new DetectCommand(streams))
                .addSubcommand(new ProfilesCommand(streams))
                .addSubcommand(new TestPrintCommand(streams))
                .addSubcommand(new PrinterCommand(streams))
                .addSubcommand(new LearnCommand(streams))
                .addSubcommand(new BridgeCommand())
                .addSubcommand(new StatusCommand(streams))
                .addSubcommand(new ReloadCommand(streams))
                .addSubcommand(new CaptureCommand(streams))
                .addSubcommand(new ReplayCommand(streams))
                .addSubcommand(new PageCommand(streams))
                .addSubcommand(new DoctorCommand(streams))
                .addSubcommand(new CommandLine.HelpCommand());
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setParameterExceptionHandler((thrown, ignored) -> {
            streams.error(Failure.sentence(complaint(thrown)) + " Try: "
                    + thrown.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return Failure.WRONG_USE;
        });
        line.setExecutionExceptionHandler((thrown, ignored, result) -> {
            streams.error(Failure.sentence(thrown));
            return Failure.code(thrown);
        });
        int code = line.execute(arguments);
        if (out.checkError() && code == 0) {
            err.println("Standard output cannot be written.");
            return Failure.FAILED;
        }
        return code;
    }

    /// What was wrong with the command line; of a word that is no command, that it is none.
    private static String complaint(ParameterException thrown) {
        CommandLine at = thrown.getCommandLine();
        if (!(thrown instanceof UnmatchedArgumentException unmatched)
                || at.getSubcommands().isEmpty()
                || unmatched.isUnknownOption()) {
            return thrown.getMessage().replaceFirst("^Error: ", "");
        }
        String word = unmatched.getUnmatched().getFirst();
        Set<String> known = at.getSubcommands().keySet();
        return "There is no command \"" + word + "\""
                + Nearest.to(word, known)
                        .map(near -> "; was \"" + near + "\" meant?")
                        .orElseGet(() -> ", expected one of " + String.join(", ", known) + ".");
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
