/// How much was paid, in which currency, and when: what the service may compare with the platform's answer.
///
/// [TotalReader] and [TimeReader] take a receipt's lines one by one; which words stand before which amounts is data.
package slipstream.device.reference.total;
