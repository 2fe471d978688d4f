/// The page on which a payer gets a copy of their receipt: asked for, being fetched, there, or gone.
package slipstream.cloudlink.service.web.copy;
