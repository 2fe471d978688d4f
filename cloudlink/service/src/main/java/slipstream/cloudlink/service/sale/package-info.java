/// Items that payers buy: an order, paid at a platform's checkout, becomes a voucher and counts as a purchase
/// (rule 6).
///
/// [Sales] is the front door; [SaleStore] decides by one conditional update who settles an order.
package slipstream.cloudlink.service.sale;
