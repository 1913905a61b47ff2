"""A LibreOffice report with edits made: citations as Zotero's marks, as text or as notes, and the list of sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from digest.citing import Edit, Made, Written
from digest.citing.markers import as_marker
from digest.errors import ConfigError, ReadError
from digest.reports import zoterofields
from digest.reports.archives import member, with_members
from digest.reports.odt.automatic import Automatic, automatic_of, without_unused
from digest.reports.odt.automatic import splices_of as style_splices
from digest.reports.odt.cutting import Cutter, Region
from digest.reports.odt.document import MANIFEST, META, Document, open_document
from digest.reports.odt.entries import Listing, entries_cut
from digest.reports.odt.flowing import plain_text, runs_text
from digest.reports.odt.numbering import Notes, Numbers, notes_of, numbered
from digest.reports.odt.preferences import EMPTY, with_entry
from digest.reports.odt.preferences import splices_of as property_splices
from digest.reports.odt.spots import NoteSpot
from digest.reports.odt.stock import splices_of as stock_splices
from digest.reports.odt.tokens import Stream, checked, escaped, fitted, opened

Splice = tuple[int, int, str]
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_NO_NOTES = ("box", "header", "footer", "footnote", "endnote")  # where LibreOffice lets none stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """An edit and the region of a part that it takes; `inside` is the note it stands in, `makes` the class of a new
    one."""

    stream: int
    region: Region
    edit: Edit
    order: int
    inside: NoteSpot | None = None
    makes: str = ""
    removes: int | None = None


@dataclass(slots=True)
class Work:
    """A document, what is to be made of it, and what it takes."""

    document: Document
    made: Made
    automatic: list[Automatic]
    notes: Notes
    numbers: Numbers
    names: dict[str, int] = field(default_factory=dict)  # identifier → the marks that have it
    said: list[str] = field(default_factory=list)

    @property
    def live(self) -> bool:
        """Whether citations are written as fields."""
        return self.made.fields in ("live", "zotero")


def write(data: bytes, name: str, made: Made) -> Written:
    """`data`, a report that `read` reads, with the edits made; ConfigError where Word's fields are wanted."""
    if made.fields == "word":
        hint = "choose --fields zotero, which LibreOffice shows and Zotero refreshes, or none"
        raise ConfigError("LibreOffice has no citations of Word's own kind", where=name, hint=hint)
    document = open_document(data, name)
    cuts = _cuts(document, made, name)
    gone = {cut.removes for cut in cuts if cut.removes is not None}
    new = [(cut.region.start, cut.order, cut.makes) for cut in cuts if cut.makes]
    work = Work(
        document=document,
        made=made,
        automatic=[automatic_of(stream) for stream in document.streams],
        notes=notes_of(document),
        numbers=numbered(document, gone, new),
    )
    splices: list[list[Splice]] = [[] for _ in document.streams]
    for cut in cuts:
        stream = document.streams[cut.stream]
        written = fitted(_written(work, cut), stream)
        splices[cut.stream].append((cut.region.start, cut.region.end, written + cut.region.after))
    splices[0] += work.numbers.splices
    for stream_number, start, end, xml in entries_cut(_listing(work)):
        splices[stream_number].append((start, end, fitted(xml, document.streams[stream_number])))
    return _saved(work, name, splices)


def _cuts(document: Document, made: Made, name: str) -> list[Cut]:
    """Where each edit stands, in order; ReadError where two take the same characters."""
    cutter = Cutter(document)
    removed = {edit.paragraph for edit in made.edits if _removes(document, edit, name)}
    cuts = []
    for order, edit in enumerate(sorted(made.edits, key=lambda one: (one.paragraph, one.start, one.end))):
        spot = document.spots[edit.paragraph]
        if edit.paragraph in removed and spot.note:
            start, end = spot.note.start, spot.note.end
            taken = _removes(document, edit, name)
            region = Region(start=start, end=end if taken else start)
            cuts.append(
                Cut(stream=spot.stream, region=region, edit=edit, order=order, removes=start if taken else None)
            )
            continue
        region = cutter.region(edit.paragraph, edit.start, edit.end)
        makes = edit.place if edit.sources and edit.place != "text" and spot.part not in _NO_NOTES else ""
        cuts.append(Cut(stream=spot.stream, region=region, edit=edit, order=order, inside=spot.note, makes=makes))
    return cuts


def _removes(document: Document, edit: Edit, name: str) -> bool:
    """Whether the note goes that an edit stands in."""
    if not 0 <= edit.paragraph < len(document.spots) or not 0 <= edit.start <= edit.end:
        raise ReadError("the report has changed since it was read", where=name, hint="run it again")
    spot = document.spots[edit.paragraph]
    if edit.end > spot.size:
        raise ReadError("the report has changed since it was read", where=name, hint="run it again")
    only = spot.note is not None and spot.note.first == spot.note.last
    return edit.alone and only and (edit.place == "text" or not edit.sources)


def _written(work: Work, cut: Cut) -> str:
    """What stands in place of an edit's characters."""
    edit = cut.edit
    if not edit.sources:
        inside = plain_text(edit.text) if edit.text else ""
    elif work.made.fields == "markers":
        inside = plain_text(edit.text or as_marker(edit.sources))
    else:
        inside = _citation(work, cut)
    if cut.makes:
        inside = work.notes.note(cut.makes, work.numbers.new[cut.order], inside)
    spot = work.document.spots[edit.paragraph]
    if spot.empty:
        tag = work.document.streams[spot.stream].text[spot.start : spot.end]
        return f"{tag[:-2]}>{cut.region.before}{inside}</{tag[1:-2].split()[0]}>"
    return f"{cut.region.before}{inside}"


def _citation(work: Work, cut: Cut) -> str:
    edit = cut.edit
    shown = runs_text(edit.shown, work.automatic[cut.stream])
    if not work.live:
        return shown
    number = work.numbers.new.get(cut.order, 0)
    if cut.inside:
        number = work.numbers.old.get(cut.inside.start, 0)
    code = zoterofields.citation_code(edit, number)
    name = escaped(_named(work, f"{zoterofields.CITATION} {code}", edit.identifier or code))
    return f'<text:reference-mark-start text:name="{name}"/>{shown}<text:reference-mark-end text:name="{name}"/>'


def _named(work: Work, code: str, identifier: str) -> str:
    """The name of a mark: its code, and ten letters by which no two are the same."""
    number = work.names.get(identifier, 0)
    work.names[identifier] = number + 1
    return f"{code} RND{_random(f'{identifier} {number}' if number else identifier)}"


def _random(identifier: str) -> str:
    """Ten letters and digits that an identifier always gives.

    >>> _random("abcd1234") == _random("abcd1234"), len(_random("x"))
    (True, 10)
    """
    drawn = blake2b(identifier.encode("utf-8", "surrogatepass"), digest_size=10).digest()
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in drawn)


def _listing(work: Work) -> Listing:
    name = "DIGEST_BIBLIOGRAPHY"
    if work.live:
        code = zoterofields.bibliography_code(work.made.uncited)
        name = f"{zoterofields.BIBLIOGRAPHY} {code} {zoterofields.BIBLIOGRAPHY_END} RND{_random('bibliography')}"
    return Listing(document=work.document, made=work.made, automatic=work.automatic, name=name)


def _pieces(work: Work) -> list[tuple[str, str]]:
    """Zotero's preferences of the document, where it has fields."""
    made, codes = work.made, work.document.codes
    if not work.live or not made.style:
        return []
    told = codes.get(zoterofields.PREFERENCES.rstrip("_"), "")
    session = zoterofields.told_in(told)[2] or _random(" ".join(edit.identifier for edit in made.edits))[:8]
    endnotes = any(edit.place == "endnote" for edit in made.edits)
    text = zoterofields.preferences(made.style, session, made.language, field="ReferenceMark", endnotes=endnotes)
    return list(zoterofields.pieces(text))


def _gone(work: Work, left: str) -> Iterator[str]:
    """What the names of properties begin with that are written anew or no longer wanted; `left` is the new content."""
    codes = [name for name in work.document.codes if not zoterofields.PREFERENCES.startswith(name)]
    kept = [name for name in codes if f'"{name}"' in left]  # fields of others that nobody could resolve
    if (work.live and work.made.style) or (work.made.entries is None and not kept and "ZOTERO_ITEM" not in left):
        yield zoterofields.PREFERENCES
    yield from (f"{name}_" for name in codes if name not in kept and name.startswith(("ZOTERO_BREF_", "ZOTERO_BIBL")))


def _saved(work: Work, name: str, splices: Sequence[list[Splice]]) -> Written:
    """The document's bytes with every splice made."""
    document = work.document
    written = [xml for own in splices for _, _, xml in own] + [xml for one in work.automatic for xml in one.added]
    for automatic, own in zip(work.automatic, splices, strict=True):
        own += style_splices(automatic)
    splices[-1].extend(stock_splices(document.streams[-1], document.looks, written))
    meta = document.meta
    gone = list(_gone(work, _joined(document.streams[0], splices[0], name)))
    changed: dict[str, bytes] = {}
    if meta is document.streams[0]:
        splices[0].extend(property_splices(meta, _pieces(work), gone))
    elif meta or _pieces(work):
        held = meta or opened(EMPTY.encode(), META, name)
        changed |= _spliced(held, property_splices(held, _pieces(work), gone), name)
    for stream, own in zip(document.streams, splices, strict=True):
        changed |= _spliced(stream, own, name)
    if not document.archive:
        whole = document.streams[0]
        return Written(data=changed.get(whole.name) or whole.text.encode(whole.encoding), notes=_said(work))
    if META in changed and not meta and MANIFEST in document.archive.members:
        manifest = opened(member(document.archive, MANIFEST), MANIFEST, name)
        changed[MANIFEST] = checked(replace(manifest, text=with_entry(manifest)), name)
    return Written(data=with_members(document.archive, changed), notes=_said(work))


def _said(work: Work) -> tuple[str, ...]:
    members = work.document.archive.members if work.document.archive else {}
    signed = ("META-INF/documentsignatures.xml",) if "META-INF/documentsignatures.xml" in members else ()
    return (*work.said, *("the document was signed: its signature no longer fits" for _ in signed))


def _spliced(stream: Stream, splices: Sequence[Splice], name: str) -> dict[str, bytes]:
    """A part with its splices made; nothing where it has none."""
    if not splices:
        return {}
    text = without_unused(_joined(stream, splices, name))
    return {stream.name: checked(replace(stream, text=text), name)}


def _joined(stream: Stream, splices: Sequence[Splice], name: str) -> str:
    """The text of a part with its splices made; ReadError where two take the same text."""
    made: list[str] = []
    at = 0
    for start, end, xml in sorted(splices, key=lambda one: one[:2]):
        if start < at:
            raise ReadError("two changes at one place", where=name, hint="run it on the original again")
        made += [stream.text[at:start], xml]
        at = end
    return "".join([*made, stream.text[at:]])
