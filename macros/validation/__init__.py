"""Everything that can be wrong with a dossier, found at once, each with its place.

The steps in order: read the folder; make models of the records; check ids; check what records say of each
other. A record that is broken by itself still counts as existing, so that one mistake is told once.
"""
