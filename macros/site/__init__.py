"""The whole site as typed pages and files, without a site engine."""
