package slipstream.escpos.command;

/// Characters to print, in whatever encoding the printer is set to.
///
/// @param bytes the characters as sent, in runs of at most 4096 bytes; a longer run may cut a two-byte
///     character in two
public record Text(Bytes bytes) implements Command {}
