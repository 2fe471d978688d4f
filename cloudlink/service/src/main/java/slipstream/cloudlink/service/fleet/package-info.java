/// The fleet: the boxes, and the merchant each of them stands at.
package slipstream.cloudlink.service.fleet;
