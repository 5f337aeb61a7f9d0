"""What each page shows and in what order. Views read the dossier and nothing else."""
