/// Measurements: each a command that anyone can run, beside a peer in the same run.
///
/// [AddedDelay] is what a shopper feels: how much later the receipt is out because of the box.
package slipstream.benchmarks;
