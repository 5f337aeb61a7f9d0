"""A page that comes from a record: its content is one mark, which Markdown does not need to read."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


class RecordPage(Page):
    """A page whose file contains a mark and no front matter."""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # the signature is that of MkDocs
        """Uses the mark unchanged (`Page`)."""
        self.markdown, self.meta = self.file.content_string, {}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # the signature is that of MkDocs
        """Skips Markdown (`Page`)."""
        self.content = self.markdown
