/// HTTP. [WebServers] opens the two listeners and their sections: the boxes' API, and on the public side the pages
/// for payers, staff and operators, and the platforms' notices. A handler is a plain function from request to
/// [slipstream.cloudlink.service.web.http.Reply].
package slipstream.cloudlink.service.web;
