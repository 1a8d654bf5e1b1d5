"""How large every envelope is, whatever is in it; whoever stores envelopes needs no more than this."""

CONTENT_BYTES = 16 * 1024
# libsodium's sealed box adds the one-time public key (32) and the authenticator (16).
ENVELOPE_BYTES = CONTENT_BYTES + 48
