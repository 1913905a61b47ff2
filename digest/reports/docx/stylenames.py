"""The styles that we need of a Word document, and the names that Word and other programs give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "bibliography",
    "comment reference",
    "comment text",
    "endnote reference",
    "endnote text",
    "footnote reference",
    "footnote text",
    "heading",
    "link",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A style as Word knows it: its type, its own name, and names that other programs and languages give it."""

    type: Literal["paragraph", "character"]
    name: str
    identifier: str
    others: str = ""  # parted by |

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, its own first, in lower case."""
        return (self.name.lower(), *(other.strip().lower() for other in self.others.split("|") if other.strip()))


# Word writes the names of its own styles in English whatever its language (`w:name`), and in the user's language only
# their identifiers (`w:styleId`): Funotenzeichen, Appelnotedebasdep, a8. Other programs write what they show.
KNOWN: Mapping[Role, Known] = {
    "bibliography": Known(
        type="paragraph",
        name="Bibliography",
        identifier="Bibliography",
        others="Literaturverzeichnis | Bibliographie | Bibliografía | Bibliografia | Bibliografie | Kaynakça"
        "| 书目 | 参考文献 | Список литературы | Библиография | Библиографический список"
        "| Список використаних джерел | Bibliography 1 | References | Works Cited | EndNote Bibliography | CSL Entry",
    ),
    "comment reference": Known(
        type="character",
        name="annotation reference",
        identifier="CommentReference",
        others="Kommentarzeichen | Знак примечания | Marque de commentaire",
    ),
    "comment text": Known(
        type="paragraph",
        name="annotation text",
        identifier="CommentText",
        others="Kommentartext | Текст примечания | Commentaire",
    ),
    "endnote reference": Known(
        type="character",
        name="endnote reference",
        identifier="EndnoteReference",
        others="Endnotenzeichen | Знак концевой сноски | Appel de note de fin | Endnote anchor | Endnote Characters",
    ),
    "endnote text": Known(
        type="paragraph",
        name="endnote text",
        identifier="EndnoteText",
        others="Endnotentext | Текст концевой сноски | Note de fin | Endnote",
    ),
    "footnote reference": Known(
        type="character",
        name="footnote reference",
        identifier="FootnoteReference",
        others="Fußnotenzeichen | Знак сноски | Appel note de bas de p. | Ref. de nota al pie | 脚注引用"
        "| Footnote anchor | Rimando nota a piè di pagina | Footnote Characters",
    ),
    "footnote text": Known(
        type="paragraph",
        name="footnote text",
        identifier="FootnoteText",
        others="Fußnotentext | Текст сноски | Note de bas de page | Texto nota pie | Testo nota a piè di pagina"
        "| 脚注文本 | Footnote | Footnote Block Text",
    ),
    "heading": Known(
        type="paragraph",
        name="heading 1",
        identifier="Heading1",
        others="Überschrift 1 | Заголовок 1 | Titre 1 | Título 1 | Titolo 1 | 标题 1 | Nagłówek 1",
    ),
    "link": Known(
        type="character",
        name="Hyperlink",
        identifier="Hyperlink",
        others="Internet Link | Internetlink | Гиперссылка | Lien hypertexte | Hipervínculo | 超链接",
    ),
}
