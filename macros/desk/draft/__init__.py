"""`nox -s draft`: writes into a dossier what a program can know of an article. What it guesses is marked as guessed."""
