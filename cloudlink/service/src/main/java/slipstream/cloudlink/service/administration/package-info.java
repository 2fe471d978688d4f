/// What an administrator does: merchants, items, boxes. The command line and programs use the same class.
package slipstream.cloudlink.service.administration;
