/// The pages behind a claim link, and what is printed beside its symbol.
package slipstream.cloudlink.service.web.claim;
