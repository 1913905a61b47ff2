"""Pages to articles: what each line is, where articles begin, and every field with its evidence."""
