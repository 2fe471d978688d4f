/// What tests and measurements of real processes stand on: a PostgreSQL of their own, and what a box sends.
package slipstream.acceptance.stage;
