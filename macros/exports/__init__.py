"""The dossier in other people's formats. One format a file; each tells what it has no place for."""
