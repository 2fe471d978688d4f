/// What printers are told: the grammar of the commands as data, and the commands as values.
///
/// [Grammar] knows every command's length from its table; [Command] is what one means. Start there. Nothing
/// here reads a stream: that is `codec`.
package slipstream.escpos.command;
