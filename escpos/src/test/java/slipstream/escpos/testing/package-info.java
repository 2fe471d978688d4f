/// Streams for tests.
package slipstream.escpos.testing;
