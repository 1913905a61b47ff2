"""Records as other tools write them: CSL-JSON, BibLaTeX and RIS."""
