"""The parts of a dossier. Models do not depend on files, pages or MkDocs."""
