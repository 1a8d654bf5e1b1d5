"""The version of a publication, by itself: whoever only compares it loads none of the types of figures."""

FORMAT_VERSION = 4
