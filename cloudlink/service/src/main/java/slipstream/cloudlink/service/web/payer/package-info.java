/// The payer's own page: vouchers, rewards, invitation, and what is kept about them ([PayerRoutes]); and the page
/// behind an invitation ([InvitationRoutes]).
package slipstream.cloudlink.service.web.payer;
