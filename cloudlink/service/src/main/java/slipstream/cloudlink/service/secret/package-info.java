/// The secrets that are not in the database: the keys under which payers and references are hashed.
package slipstream.cloudlink.service.secret;
