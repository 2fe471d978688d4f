/// The boxes' API: HTTP/2, mutual TLS, JSON.
package slipstream.cloudlink.service.web.api;
