"""The PDF: Typst in process, tagged and archivable, with the fonts of the package and nothing else."""

from __future__ import annotations

import json
import re
import unicodedata
from tempfile import TemporaryDirectory

from digest.errors import ExportError
from digest.export.masthead import PAPERS, Masthead
from digest.resources import template_folder

_UNSHOWN = re.compile(r'(?:the text|the codepoint) `"([^`]*)"`(?= could not be displayed|)')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}")
_NEVER = "[\\u{10FFFE}]"  # a pattern must not be empty; this character is in no text
_TRIES = 4  # a replaced character may bring others to light


def make_pdf(body: str, head: Masthead, epoch: int) -> tuple[bytes, str, tuple[str, ...]]:
    """The PDF of a Typst body, the characters that no font has, and what else was wrong with it."""
    missing = _private(body + head.title + head.subtitle + head.series + head.number)
    for _ in range(_TRIES):
        made, unshown, fault = _compile(body, head, missing, epoch)
        if made is not None:
            return made, missing, ()
        if set(unshown) <= set(missing):
            break
        missing = "".join(sorted({*missing, *unshown}))
    made, _, reason = _compile(body, head, missing, epoch, strict=False)
    if made is None:
        raise ExportError("Typst refused: " + _first_line(reason))
    return made, missing, (f"the PDF is not tagged as PDF/UA-1 and PDF/A-2a: {_first_line(fault)}",)


def _first_line(fault: str) -> str:
    return next((line.removeprefix("error: ") for line in fault.splitlines() if line.startswith("error")), fault)


def _private(text: str) -> str:
    """Characters that mean nothing outside one font, which PDF/A forbids."""
    return "".join(sorted({c for c in set(text) if unicodedata.category(c) in ("Co", "Cn", "Cs")}))


def _compile(
    body: str, head: Masthead, missing: str, epoch: int, *, strict: bool = True
) -> tuple[bytes | None, str, str]:
    import typst

    templates = template_folder()
    source = (templates / "briefing" / "page.typ").read_text(encoding="utf-8") + body
    with TemporaryDirectory() as empty:
        try:
            made = typst.compile(  # type: ignore[misc]  # its stub knows no bytes
                source.encode("utf-8"),
                root=empty,
                font_paths=[str(templates / "fonts")],
                ignore_system_fonts=True,
                package_path=empty,
                package_cache_path=empty,
                sys_inputs={"brief": json.dumps(page_inputs(head, missing))},
                pdf_standards=["ua-1", "a-2a"] if strict else None,
                timestamp=epoch,
            )
        except typst.TypstError as error:
            fault = str(error.diagnostic)
            return None, _unshown(fault), fault
    return made, "", ""


def _unshown(fault: str) -> str:
    words = "".join(match[1] for match in _UNSHOWN.finditer(fault))
    return _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), words)


def page_inputs(head: Masthead, missing: str) -> dict[str, object]:
    """What page.typ reads: strings, which cannot act as code; `missing` are the characters to print as codes."""
    language, _, region = head.language.partition("-")
    return {
        "title": head.title,
        "subtitle": head.subtitle,
        "series": head.series,
        "number": head.number,
        "period": head.period,
        "date": head.date,
        "day": [head.day.year, head.day.month, head.day.day],
        "lang": language.lower() if 2 <= len(language) <= 3 else "en",
        "region": region.upper() if re.fullmatch(r"[A-Za-z]{2}", region) else None,
        "paper": PAPERS[head.paper],
        "toc": head.toc,
        "words": head.words,
        "missing": "[" + "".join(f"\\u{{{ord(c):X}}}" for c in missing) + "]+" if missing else _NEVER,
    }
