/// Inputs that nobody thought of: coverage-guided by Jazzer, and plainly at random.
///
/// Each `…FuzzTest` states the laws of one part for any bytes whatever. An ordinary test run replays the seeds and
/// the finds, which lie beside the class in the test resources; `deploy/bin/fuzz` searches for more.
package slipstream.escpos.fuzz;
