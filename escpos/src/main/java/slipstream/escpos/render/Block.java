package slipstream.escpos.render;

/// What is printed by itself and not in a line of text: an image or a symbol.
///
/// @param name what the text rendering says in its place: `image 384x120`
/// @param bitmap its dots; no rows when the printer would print nothing
record Block(String name, Bitmap bitmap) {
    static Block image(Bitmap bitmap) {
        return new Block("image " + bitmap.width() + "x" + bitmap.height(), bitmap);
    }

    /// The same without ink.
    Block blank() {
        return new Block(name, Bitmap.blank(bitmap.width(), bitmap.height()));
    }
}
