/// Receipts as the printer would print them: dot for dot, and as plain text.
///
/// [ReceiptRenderer] makes a [Bitmap] of each receipt, [Png] writes it; [TextRenderer] makes text. Both are fed
/// commands. Inside, [Typesetter] walks the commands, keeps the position and wraps lines, and puts what is
/// printed on a [Sheet]: paper, a page (`ESC L`), or text.
package slipstream.escpos.render;
