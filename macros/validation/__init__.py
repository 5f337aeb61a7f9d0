"""Finds everything that is wrong with a dossier in one run, each problem with its place.

The steps in order: read the folder; make models of the records; check ids; check what records say about each other.
An invalid record still counts as existing, so that one problem is reported only once.
"""
