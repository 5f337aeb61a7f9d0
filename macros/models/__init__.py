"""What a dossier is made of. Models know nothing of files, pages or MkDocs."""
