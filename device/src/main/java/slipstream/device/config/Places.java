package slipstream.device.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import slipstream.device.port.Address;

/// Where a running box keeps things and is talked to.
///
/// @param store the directory of what survives a power cut; when empty, nothing does
/// @param socket the unix domain socket of `slipstream status` and the like; when empty, there is none
/// @param page where a browser finds the box's live page; when empty, there is none
public record Places(Optional<Path> store, Optional<Path> socket, Optional<Address> page) {
    private static final String CONTROL = "control";
    private static final int PAGE_PORT = 8480;

    /// As configured; else where systemd gives a service its room (`StateDirectory=`, `RuntimeDirectory=`).
    ///
    /// @param environment the value of a variable, null when it is not set
    static Places of(Fields fields, Path directory, UnaryOperator<String> environment) {
        Path store = fields.text("store", "directory", "a directory's name", false, directory::resolve);
        Path socket = fields.text(CONTROL, "socket", "a file name", false, directory::resolve);
        Address page = fields.text(
                "page", "listen", "HOST:PORT of this machine, as 127.0.0.1:8480", fields.has("page"), Places::listener);
        return new Places(
                Optional.ofNullable(store).or(() -> given(environment, "STATE_DIRECTORY")),
                Optional.ofNullable(socket)
                        .or(() -> given(environment, "RUNTIME_DIRECTORY").map(runtime -> runtime.resolve(CONTROL))),
                Optional.ofNullable(page));
    }

    private static Address listener(String text) {
        return Address.parse(text, PAGE_PORT);
    }

    /// systemd separates several by colons; the first is ours.
    private static Optional<Path> given(UnaryOperator<String> environment, String variable) {
        return Optional.ofNullable(environment.apply(variable))
                .map(value -> value.split(":")[0])
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
