"""The settings of this program on this computer."""
