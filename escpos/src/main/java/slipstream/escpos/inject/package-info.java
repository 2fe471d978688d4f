/// The claim block and its place: after the last thing a receipt prints, before the feed that takes it to the
/// blade.
///
/// [Injector] passes a stream on and puts a [ClaimBlock] where its [Claims] say so. Start there.
package slipstream.escpos.inject;
