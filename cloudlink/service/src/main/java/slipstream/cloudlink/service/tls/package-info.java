/// Certificates: the service's own authority, which vouches for the service to the boxes and for the
/// boxes to the service.
package slipstream.cloudlink.service.tls;
