/// What the payment platforms tell of their own accord.
package slipstream.cloudlink.service.web.notice;
