"""Reads finished pages and proves the rules of evidence on them."""
