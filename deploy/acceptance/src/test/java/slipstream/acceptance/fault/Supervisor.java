package slipstream.acceptance.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import slipstream.acceptance.Program;

/// Holds a listening socket and hands it to one box after another, as systemd does (sd_listen_fds(3)): a till that
/// connects while none lives waits in the socket's queue.
public final class Supervisor implements AutoCloseable {
    /// A life begins with each line that is written to it.
    private static final String SCRIPT = """
            use Socket;
            use POSIX ();
            $| = 1;
            $^F = 3;
            socket(my $held, PF_INET, SOCK_STREAM, 0) or die "socket: $!";
            bind($held, sockaddr_in(0, INADDR_LOOPBACK)) or die "bind: $!";
            listen($held, 64) or die "listen: $!";
            my ($port) = sockaddr_in(getsockname($held));
            print "holds $port\\n";
            while (<STDIN>) {
                defined(my $child = fork()) or die "fork: $!";
                if ($child == 0) {
                    fileno($held) == 3 or POSIX::dup2(fileno($held), 3);
                    @ENV{qw(LISTEN_PID LISTEN_FDS LISTEN_FDNAMES)} = ($$, 1, "pos");
                    exec(@ARGV) or die "exec: $!";
                }
                print "begun $child\\n";
                waitpid($child, 0);
                print "over $?\\n";
            }
            """;

    private final Program program;
    private final int port;

    /// Holds a socket; nothing lives yet.
    ///
    /// @param command what is to be started each time
    public Supervisor(List<String> command) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("perl", "-e", SCRIPT, "--"));
        all.addAll(command);
        program = Program.of(all);
        port = Integer.parseInt(program.awaitLine("^holds (\\d+)$").group(1));
    }

    /// Where tills find the box, dead or alive.
    public int port() {
        return port;
    }

    /// Begins the next life; the one before has to be over.
    ///
    /// @return its process
    public ProcessHandle begin() throws IOException, InterruptedException {
        program.say("live");
        return ProcessHandle.of(
                        Long.parseLong(program.awaitLine("^begun (\\d+)$").group(1)))
                .orElseThrow();
    }

    /// Waits until a life is over.
    ///
    /// @return how it ended, wait(2)
    public int awaitOver() throws InterruptedException {
        return Integer.parseInt(program.awaitLine("^over (\\d+)$").group(1));
    }

    /// What the lives print, in lines.
    public Program output() {
        return program;
    }

    @Override
    public void close() {
        program.close();
    }
}
