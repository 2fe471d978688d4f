/// Pages: templates, texts in every language, symbols drawn in the page.
package slipstream.cloudlink.service.web.page;
