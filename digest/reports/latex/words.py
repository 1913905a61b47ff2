r"""The commands of LaTeX that a reader of reports knows: which show no text, and which begin something."""

from __future__ import annotations

import re
from collections.abc import Mapping


def words_of(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(re.findall(r"\S+", text))


_NO_TEXT = {
    1: """
       label hspace vspace includegraphics bibliographystyle pagestyle thispagestyle pagenumbering usepackage
       RequirePackage documentclass nocite index glossary selectlanguage addbibresource graphicspath hypersetup geometry
       color pagecolor rowcolor columncolor cline cmidrule newcounter stepcounter refstepcounter usetikzlibrary lstset
       tikzset PassOptionsToPackage markright theoremstyle linespread enlargethispage pdfbookmark captionsetup
       setstretch setmainfont setsansfont setmonofont setdefaultlanguage setotherlanguage lstinputlisting verbatiminput
       foreignlanguage textcolor colorbox fontfamily fontseries fontshape raisebox input include subfile vphantom
       hphantom phantom captionof bibliography citefield sisetup
       """,
    2: """
       setlength addtolength setcounter addtocounter newcommand renewcommand providecommand newtheorem definecolor
       markboth DeclareRobustCommand fontsize rule resizebox multicolumn multirow import subimport fcolorbox
       DeclareMathOperator SI qty
       """,
    3: "newenvironment renewenvironment addcontentsline",
}
SKIPPED: Mapping[str, int] = {name: number for number, names in _NO_TEXT.items() for name in names.split()}
"""Command → how many of its arguments, from the first, are no text; what follows them is."""

REFERENCES = words_of("ref pageref autoref eqref cref Cref nameref vref Vref labelcref gls Gls glspl acrshort")
"""Commands that show a number or a word that stands elsewhere."""

HEADINGS: Mapping[str, int] = {
    "part": 0, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5, "subparagraph": 6,
}  # fmt: skip
"""Command → how deep a heading it makes; where a report has no chapters, all stand one higher."""

NOTES = words_of("footnote footnotetext endnote sidenote marginnote marginpar")
INPUTS = words_of("input include subfile import subimport")
ENQUOTES: Mapping[str, tuple[str, str]] = {
    "enquote": ("“", "”"),
    "enquote*": ("‘", "’"),
    "textquote": ("“", "”"),
    "textquote*": ("“", "”"),
    "blockquote": ("“", "”"),
    "textelp": ("[…] ", ""),
    "textins": ("[", "]"),
    "mkbibquote": ("“", "”"),
    "glqq": ("„", ""),
    "grqq": ("“", ""),
    "flqq": ("«", ""),
    "frqq": ("»", ""),
}
"""Command → what stands before and after its argument."""
LETTERS: Mapping[str, str] = {
    "textasciigrave": "`", "textquotesingle": "'", "textdollar": "$", "textpercent": "%", "textampersand": "&",
    "textnumero": "№", "textonehalf": "½", "textperiodcentered": "·", "textexclamdown": "¡", "textquestiondown": "¿",
    "quotedblbase": "„", "quotesinglbase": "‚", "guilsinglleft": "‹", "guilsinglright": "›", "glq": "‚", "grq": "‘",
    "nobreakspace": "\u00a0", "og": "«\u00a0", "fg": "\u00a0»",
}  # fmt: skip
"""Commands that print a character, beside those that entries of a bibliography have."""
SPACES = words_of("quad qquad enspace thinspace space hfill newline linebreak hskip")
BREAKS = words_of(
    "par maketitle tableofcontents listoffigures listoftables newpage clearpage cleardoublepage pagebreak appendix "
    "bigskip medskip smallskip noindent vfill frontmatter mainmatter backmatter"
)

QUOTING = words_of("quote quotation displayquote displaycquote verse foreigndisplayquote blockquote extract")
TABLES: Mapping[str, int] = {
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "array": 1, "supertabular": 1,
    "longtabu": 1, "tabu": 1, "tblr": 1, "longtblr": 1,
}  # fmt: skip
"""Environment of cells → its arguments that are no text."""
ARGUMENTS: Mapping[str, int] = {
    "minipage": 1, "multicols": 1, "wrapfigure": 2, "adjustbox": 1, "otherlanguage": 1, "otherlanguage*": 1, "list": 2,
    "foreigndisplayquote": 1, "spacing": 1, "thebibliography": 1, "column": 1, "subfigure": 1,
}  # fmt: skip
"""Other environments → their arguments that are no text."""
