/// A simulator of WeChat Pay API v3: the same wire format, the same strictness, over real HTTP.
///
/// The platform has no test environment, so this stands in for it. [WeChatPaySimulator] is the front door:
/// one port speaks as the platform, another is told what to do. It shares no code with our own client's
/// signing and verifying, so that a mistake on one side shows on the other.
package slipstream.cloudlink.service.gateway.wechat.simulator;
