package slipstream.device.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where a running box keeps things and is talked to.
///
/// @param store the directory of what survives a power cut; when empty, nothing does
/// @param socket the unix domain socket of `slipstream status` and the like; when empty, there is none
public record Places(Optional<Path> store, Optional<Path> socket) {
    private static final String CONTROL = "control";

    /// As configured; else where systemd gives a service its room (`StateDirectory=`, `RuntimeDirectory=`).
    ///
    /// @param environment the value of a variable, null when it is not set
    static Places of(Fields fields, Path directory, UnaryOperator<String> environment) {
        Path store = fields.text("store", "directory", "a directory's name", false, directory::resolve);
        Path socket = fields.text(CONTROL, "socket", "a file name", false, directory::resolve);
        return new Places(
                Optional.ofNullable(store).or(() -> given(environment, "STATE_DIRECTORY")),
                Optional.ofNullable(socket)
                        .or(() -> given(environment, "RUNTIME_DIRECTORY").map(runtime -> runtime.resolve(CONTROL))));
    }

    /// systemd separates several by colons; the first is ours.
    private static Optional<Path> given(UnaryOperator<String> environment, String variable) {
        return Optional.ofNullable(environment.apply(variable))
                .map(value -> value.split(":")[0])
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
