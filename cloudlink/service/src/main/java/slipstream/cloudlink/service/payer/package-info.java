/// What a payer may ask of us: to be left alone, to see what is kept about them, to have it deleted.
///
/// [Payers] is the front door; [PayerStore] is what it asks of the database.
package slipstream.cloudlink.service.payer;
