"""A first dossier to overwrite: small, commented, and publishable as it stands."""
