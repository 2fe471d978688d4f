package slipstream.escpos.command;

/// One instruction to the printer, as a value.
///
/// The groups say who cares: the printer's state takes [Setting], the paper takes [Text], [Mark] and [Cut].
/// What changes nothing that shows is told by its [CommandRow] alone.
public sealed interface Command
        permits Text, Setting, Mark, Cut, Command.RealTime, Command.Other, Command.Elided, Command.Unrecognized {

    /// A command the printer obeys on reception: `DLE …`.
    ///
    /// @param row the command
    /// @param head its bytes
    record RealTime(CommandRow row, Bytes head) implements Command {}

    /// A command that leaves paper and later data alone: a query, a drawer pulse, a no-operation.
    ///
    /// @param row the command
    /// @param head its first bytes, without a body
    record Other(CommandRow row, Bytes head) implements Command {}

    /// A command whose body was too long to keep; its bytes were passed on all the same.
    ///
    /// @param row the command
    /// @param head its first bytes, without the body
    /// @param bodyBytes the length of the body
    record Elided(CommandRow row, Bytes head, long bodyBytes) implements Command {}

    /// Bytes that no table knows.
    ///
    /// @param head the bytes
    record Unrecognized(Bytes head) implements Command {}
}
