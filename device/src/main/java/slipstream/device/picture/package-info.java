/// What pictures on receipts show: lines of text and symbols.
///
/// Many POS print a whole receipt as an image. [Pictures] is the front door: a [PictureStream] watches the bytes of
/// images as they pass ([Strips]), joins strips to rows of dots and finds lines of text in them ([BandFinder]) while
/// more strips arrive; a [Reading] has them read, those with long numbers first, by a [TextReader] in a process of
/// its own ([Tesseract]) and by ZXing ([SymbolReader]). A long number counts only when models agree ([Agreement])
/// and their readings fit the shapes of its digits ([Likeness]).
package slipstream.device.picture;
