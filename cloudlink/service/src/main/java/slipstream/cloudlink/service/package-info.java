/// The identification service: who paid, what they are entitled to, and the page where they receive it.
///
/// Start at [IdentificationService], which wires the parts; then `identify`, which is what it is all for.
package slipstream.cloudlink.service;
