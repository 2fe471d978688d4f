/// Telling payers of their rewards by a platform's message: only those who have asked for it on their own page.
///
/// [Addresses] keeps, sealed, where to; [MessageStore] has a row for each reward, written with it; [MessageRound]
/// sends what is due, each at most once; [MessageJob] does so on every node, and at once when a reward is made here.
package slipstream.cloudlink.service.message;
