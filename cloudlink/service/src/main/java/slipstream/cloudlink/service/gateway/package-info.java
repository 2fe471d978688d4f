/// Payment platforms, as the rules see them: a reference goes in, a payment comes out.
///
/// [PaymentGateway] is the one question; each platform has a package of its own below.
package slipstream.cloudlink.service.gateway;
