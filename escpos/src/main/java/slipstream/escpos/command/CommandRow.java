package slipstream.escpos.command;

/// One command of a dialect, as its table has it.
///
/// @param mnemonic the name in the manual: `GS ( k`
/// @param shape how long it is
/// @param kind what it does to a receipt
/// @param name what the manual says it does
public record CommandRow(String mnemonic, Shape shape, CommandKind kind, String name) {}
