/// Tokens that boxes keep in a pool and print where nobody can be asked who paid: the payer is identified at the scan.
///
/// [Pool] gives tokens to boxes and takes note of the receipts they were printed on; [AtScan] is what the page behind
/// such a token asks. The rules are the same as at print (`identify`).
package slipstream.cloudlink.service.pool;
