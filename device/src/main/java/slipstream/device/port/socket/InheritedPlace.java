package slipstream.device.port.socket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slipstream.device.port.PosListener;
import slipstream.device.port.PosPlace;
import slipstream.device.port.system.Descriptor;

/// A listening socket that systemd opened and hands over (sd_listen_fds(3)): it stays open while the box is started
/// anew, so that no POS is ever refused.
///
/// @param socket its name: `FileDescriptorName=` of the socket unit
public record InheritedPlace(String socket) implements PosPlace {
    private static final int FIRST = 3;

    @Override
    public PosListener open() throws IOException {
        return open(System.getenv(), ProcessHandle.current().pid(), FIRST);
    }

    /// As [#open()], with what this process was given.
    ///
    /// @param first the first descriptor handed over
    PosListener open(Map<String, String> environment, long process, int first) throws IOException {
        List<String> names = names(environment, process);
        int at = names.indexOf(socket);
        if (at < 0 || at != names.lastIndexOf(socket)) {
            throw new IOException("systemd hands over " + (at < 0 ? "no socket" : "more than one socket")
                    + " named \"" + socket + "\""
                    + (names.isEmpty() ? "" : ", but \"" + String.join("\", \"", names) + "\"")
                    + "; FileDescriptorName= of the socket unit is its name.");
        }
        return new SocketListener(Descriptor.of(first + at), name());
    }

    private static List<String> names(Map<String, String> environment, long process) {
        if (!String.valueOf(process).equals(environment.get("LISTEN_PID"))) {
            return List.of();
        }
        String[] given = environment.getOrDefault("LISTEN_FDNAMES", "").split(":", -1);
        var names = new ArrayList<String>();
        for (int i = 0; i < count(environment); i++) {
            names.add(i < given.length && !given[i].isEmpty() ? given[i] : "unknown");
        }
        return names;
    }

    private static int count(Map<String, String> environment) {
        String count = environment.getOrDefault("LISTEN_FDS", "");
        return count.matches("[0-9]{1,3}") ? Integer.parseInt(count) : 0;
    }

    @Override
    public String name() {
        return "systemd:" + socket;
    }
}
