"""Places and countries: the gazetteer, the names found in a text, and which place each one means."""
