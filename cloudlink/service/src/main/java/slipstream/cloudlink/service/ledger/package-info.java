/// How the domain reads and writes: all or nothing, through the stores it names itself.
package slipstream.cloudlink.service.ledger;
