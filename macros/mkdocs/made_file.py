"""A file of the site whose content is made when it is written."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from macros.exports.files import ExportedFile


class MadeFile(File):
    """A download or drawing. A live server makes it only when it is requested."""

    def __init__(self, made: ExportedFile, config: MkDocsConfig) -> None:
        """Makes no content yet.

        Args:
            made: The file as the site lists it.
            config: The configuration.
        """
        super().__init__(made.address, None, config.site_dir, config.use_directory_urls)
        self.generated_by = "macros"
        self._made = made

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  # the signature is that of MkDocs
        """Writes the file (`File`)."""
        self.content_string = self._made.content
        super().copy_file(dirty)
