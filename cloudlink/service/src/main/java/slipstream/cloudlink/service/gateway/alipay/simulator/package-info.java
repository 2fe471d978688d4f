/// A simulator of Alipay's open platform: the same wire format, the same strictness, over real HTTP.
///
/// [AlipaySimulator] is the front door: one port speaks as the platform, another is told what to do. It shares
/// no code with our own client's signing and verifying, so that a mistake on one side shows on the other.
package slipstream.cloudlink.service.gateway.alipay.simulator;
