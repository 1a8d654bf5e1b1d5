"""Keys, envelopes, passphrases and PINs; knows no SQL."""
