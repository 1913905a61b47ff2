"""Bytes to pages: one function a format, all in the table READERS."""
