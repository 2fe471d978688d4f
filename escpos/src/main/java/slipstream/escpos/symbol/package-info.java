/// Barcodes and two-dimensional symbols as data: their kinds, and what a scanner reads of them.
///
/// What draws them and what tells receipts both start from here, so that they agree: [Symbology],
/// [BarcodeText] for `GS k`, [Payload] for data of two-dimensional symbols, [StoredSymbol] for `GS ( k`,
/// [CloneSymbol] for the commands that only some printers have.
package slipstream.escpos.symbol;
