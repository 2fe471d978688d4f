/// Who looks at a page: the browser by its cookie, the payer by their wallet.
///
/// [Logins] sends a phone to its wallet's page and receives it back; [Visitors] tells other pages who is there.
/// Nothing is kept on a node or in the database: what must be remembered is sealed in a cookie.
package slipstream.cloudlink.service.web.login;
