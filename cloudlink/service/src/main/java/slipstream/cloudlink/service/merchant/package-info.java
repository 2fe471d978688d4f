/// Merchants: the payees whose receipts pass through a box.
///
/// [Merchant] is the value, [MerchantStore] what the rest asks of the database. Two merchants are
/// mutually exclusive when they name the same exclusion group in the same circle.
package slipstream.cloudlink.service.merchant;
