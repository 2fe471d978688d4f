/// How what is logged is written: lines for people, or for machines.
package slipstream.cloudlink.service.log;
