/// What a printer model can do.
package slipstream.escpos.profile;
