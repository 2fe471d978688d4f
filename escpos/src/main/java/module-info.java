/// ESC/POS itself: what a printer is told, and what it would print.
module slipstream.escpos {}
