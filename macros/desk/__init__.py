"""Commands for editors, and an example dossier to start from: small, commented, and valid as it is."""
