/// What the bytes of text stand for: code pages, two-byte code systems, national sets.
///
/// [TextDecoder] turns a run of text into [Letter]s, each with its place in the run and its width; start
/// there. The pages and the national sets are data files beside the classes.
package slipstream.escpos.text;
