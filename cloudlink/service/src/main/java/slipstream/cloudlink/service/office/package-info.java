/// The data directory put to use: database, certificate authority, administration.
package slipstream.cloudlink.service.office;
