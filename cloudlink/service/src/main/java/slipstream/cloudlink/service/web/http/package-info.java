/// What every part on the web stands on: a listener, a whole [Reply], and [Work], which runs a handler on a
/// virtual thread, where it may block. Each part is a [Section].
package slipstream.cloudlink.service.web.http;
