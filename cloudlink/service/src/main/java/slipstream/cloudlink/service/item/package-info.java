/// Virtual items: the coupons and vouchers that merchants offer.
///
/// [VirtualItem] is the value, [ItemStore] what the rest asks of the database.
package slipstream.cloudlink.service.item;
