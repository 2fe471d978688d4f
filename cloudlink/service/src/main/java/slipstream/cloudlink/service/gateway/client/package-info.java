/// How platforms are called: one HTTP client that keeps to each account's pace and leaves a platform alone
/// that is in trouble.
///
/// [PlatformClient] is the front door; what went wrong is a [Trouble].
package slipstream.cloudlink.service.gateway.client;
