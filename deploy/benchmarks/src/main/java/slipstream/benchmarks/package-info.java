/// Measurements: each a command that anyone can run, beside a peer in the same run.
///
/// `cost` is what a shopper feels: how much later the receipt is out because of the box, and what the box needs.
/// [DecoderSpeed] is what
/// the parts cost that every byte passes: [Passage] and [Drawing] by JMH, [WholeProcess] beside a peer.
package slipstream.benchmarks;
