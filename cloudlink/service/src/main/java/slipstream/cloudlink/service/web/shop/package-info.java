/// Where payers buy items: a shop's page, the way to a platform's checkout, and the way back.
package slipstream.cloudlink.service.web.shop;
