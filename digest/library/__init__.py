"""The store: articles, their versions, pages and searches, in one SQLite file."""
