"""Turns YAML text into models: first plain values with their places, then records. Collects every problem."""
