/// The box's live page: how it does and its last receipts, for a technician's browser.
///
/// [PageServer] answers, [PageToken] is the key to it, [Gallery] keeps the last receipts in memory, masked, and
/// [LivePage] is what a browser shows.
package slipstream.device.page;
