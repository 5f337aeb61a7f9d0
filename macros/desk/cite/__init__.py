"""Sources from the export of a reference manager, such as Zotero. `nox -s cite` writes them into a dossier."""
