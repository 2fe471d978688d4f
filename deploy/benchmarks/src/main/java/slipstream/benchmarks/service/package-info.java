/// How fast the service answers boxes, beside PostgreSQL's own benchmark running the same statements.
package slipstream.benchmarks.service;
