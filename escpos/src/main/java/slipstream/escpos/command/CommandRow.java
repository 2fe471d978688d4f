package slipstream.escpos.command;

/// One command of a dialect, as its table has it.
///
/// @param mnemonic the name in the manual: `GS ( k`
/// @param shape how long it is
/// @param kind what it does to a receipt
/// @param name what the manual says it does
/// @param leadsTo the dialect that the stream speaks from here on, by name; null when it stays the same. A row
///     of kind [CommandKind#DIALECT] belongs to that dialect itself
public record CommandRow(String mnemonic, Shape shape, CommandKind kind, String name, String leadsTo) {}
