"""LaTeX as people on shared sites write it: on one line, in old encodings, with code among words."""

from __future__ import annotations

import pytest

from tests.cited_reports import cite, uncite


@pytest.mark.parametrize("newline", ["", "\n", "\r\n"])
def test_a_document_on_one_line_stays_one_that_compiles(newline: str) -> None:
    """What is loaded stands between the class and the text, the list behind the text; all goes again."""
    data = f"\\documentclass{{article}}{newline}\\begin{{document}}Rain [@li2030].\\end{{document}}{newline}".encode()
    once = cite(data).data
    order = [b"\\documentclass", b"\\addbibresource", b"\\begin{document}", b"Rain", b"\\printbibliography", b"\\end{d"]

    places = [once.index(words) for words in order]
    assert sorted(places) == places
    assert once == cite(once).data
    assert data == uncite(once)


@pytest.mark.parametrize(("name", "codec"), [("cp1251", "cp1251"), ("koi8-r", "koi8-r"), ("latin9", "iso8859-15")])
def test_an_encoding_that_is_named_is_read(name: str, codec: str) -> None:
    """Nothing but the citation changes, and a person is told."""
    words = "Шторм" if codec != "iso8859-15" else "Tempête à 5 €"
    source = f"\\documentclass{{article}}\n\\usepackage[{name}]{{inputenc}}\n\\begin{{document}}\n{words} [@li2030].\n"
    written = cite(source.encode(codec))

    assert f"{words} \\autocite{{li2030}}." in written.data.decode(codec)
    assert f"it is not UTF-8 and was read as {name}" in written.notes[0]
    assert source.encode(codec) == uncite(written.data)


@pytest.mark.parametrize(
    "source", ["Type \\texttt{@li2030}.", "\\code{x [@li2030]}", "\\verb|[@li2030]|", "\\lstinline{[@li2030]}"]
)
def test_code_is_left_alone(source: str) -> None:
    """In whatever way it is set."""
    assert f"{source}\n".encode() == cite(f"{source}\n".encode()).data
