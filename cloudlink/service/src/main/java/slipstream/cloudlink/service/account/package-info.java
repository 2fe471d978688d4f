/// Who may use the console and its API: users, how they sign in, their sessions, and what they changed.
///
/// [Accounts] is what administrators do with users and with the tokens of programs, [SignIn] how users prove who
/// they are, [Sessions] how browsers stay known. [AccountBooks] is what all of them ask of the database.
package slipstream.cloudlink.service.account;
