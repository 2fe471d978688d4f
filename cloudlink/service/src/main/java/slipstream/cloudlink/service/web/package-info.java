/// HTTP: the boxes' API, the claim pages, the platforms' notices.
///
/// [ApiServer] and [PublicServer] are the two listeners. A handler is a plain function from request to
/// [Reply]; [Work] runs it on a virtual thread, where it may block, and sends what it returns.
package slipstream.cloudlink.service.web;
