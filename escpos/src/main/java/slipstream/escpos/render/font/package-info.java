/// The fonts a rendered receipt is set in.
///
/// [BitmapFont] reads them from the resources that `escpos/src/fonts/make-fonts` makes of freely licensed fonts.
package slipstream.escpos.render.font;
