/// What an administrator does: merchants, items, campaigns, boxes. The command line and programs use the same class.
package slipstream.cloudlink.service.administration;
