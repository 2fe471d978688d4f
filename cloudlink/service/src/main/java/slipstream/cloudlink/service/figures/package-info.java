/// Figures for operators and merchants: how many receipts led how far, and what it brought.
///
/// [Figures] is the front door. Days are counted from tables as they grow, and what is counted is kept longer than
/// the rows it was counted from; boxes tell what only they can know ([BoxReport]). [Lift] compares with the
/// control group.
package slipstream.cloudlink.service.figures;
