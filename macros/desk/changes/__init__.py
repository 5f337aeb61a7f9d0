"""What an edit changes before it is published: records, sentences on pages, checks and inferences. `nox -s changes` prints it."""
