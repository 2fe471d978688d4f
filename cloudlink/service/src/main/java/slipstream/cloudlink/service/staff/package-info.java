/// A shop's staff: who may redeem vouchers on the staff page, and how they sign in.
///
/// [StaffDoor] is the front door: a link and a PIN become a session. Staff know nothing of payers.
package slipstream.cloudlink.service.staff;
