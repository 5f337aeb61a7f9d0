"""The dossier in other formats. Each module writes one format and says what that format cannot represent."""
