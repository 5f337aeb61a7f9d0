"""From a dossier to HTML: views select and order, templates own all markup and all words."""
