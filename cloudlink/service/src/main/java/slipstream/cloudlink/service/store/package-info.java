/// SQL behind the stores that the domain names.
///
/// [Database] opens the pool, brings the schema up to date and gives out ledgers; every `Sql…` class is one
/// store over one connection. SQLite is the default; the statements are ones PostgreSQL understands as well.
package slipstream.cloudlink.service.store;
