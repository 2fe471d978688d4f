/// What it costs a receipt to pass the box: time, processor and memory, whole processes beside peers on the same
/// streams; and whether that stays so over a million receipts. Start with [Cost] and [AddedDelay].
package slipstream.benchmarks.cost;
