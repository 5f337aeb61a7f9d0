"""The whole site as typed pages and files, with no engine in sight."""
