"""A draft to PDF, DOCX, EPUB, HTML and Markdown: the only pandoc and Typst."""
