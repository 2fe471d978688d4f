/// How Vert.x is set up here.
package slipstream.cloudlink.service.vertx;
