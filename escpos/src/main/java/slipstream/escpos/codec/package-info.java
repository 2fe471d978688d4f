/// Bytes to commands, as they come.
///
/// [CommandDecoder] frames a stream and passes every byte on; [CommandReader] makes values of what it tells.
package slipstream.escpos.codec;
