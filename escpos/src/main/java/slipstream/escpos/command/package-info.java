/// The commands.
package slipstream.escpos.command;
