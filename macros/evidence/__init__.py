"""Compares our sentences with the words of the sources, without storing those words."""
