"""The same statistics without this program, as an analyst would write them."""
