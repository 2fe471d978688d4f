/// Claim links and the vouchers they turn into, once.
///
/// [Claims] is the front door: look at a link, claim it. [ClaimStore] decides by one conditional update
/// who was first.
package slipstream.cloudlink.service.claim;
