"""What each page shows, and in which order. A view reads only the dossier."""
