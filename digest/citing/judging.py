"""Quoted and stated words of a report against what they cite: what `digest.verify` finds, for a person's own report.

A draft of ours cites every quotation with its paragraph. A report need not: a quotation without a citation is worth a
note, more where the library has its words; a source that is cited by no paragraph is looked through as a whole; words
that are quoted in another language than their source's cannot be compared; under five words a quotation may be a mere
turn of phrase, and is worth a warning, but for three on which the citation of a paragraph follows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from digest.citing.nouns import Report
from digest.citing.proposals import Proposal, of_quotations, parts, uncited
from digest.citing.quoted import Quoted
from digest.citing.references import cited_by_hand
from digest.citing.remarks import SEVERITIES, Known, Remark, Spot, remark, short
from digest.citing.standing import Place, places_of, tokens
from digest.citing.trees import Tree, as_tree
from digest.citing.weighing import is_beyond, is_count, is_error, is_idle, is_translation, without_brackets
from digest.model import Article, Block
from digest.verify import Finding, examine
from digest.verify.claims import LONG, find_claims
from digest.verify.differences import closest_passage, word_differences
from digest.verify.doubts import Doubt, find_doubts
from digest.verify.edges import count_words
from digest.verify.facts import FURTHEST, Same
from digest.verify.wording import Text, Verdict, find_words, form

_WHOLE = "\ufffd"  # after the key of a source that is cited as a whole
_NESTED = 5  # quotations that may hold a place
_READ = 400  # paragraphs that the nearest words are looked for in
_TELLING = 3  # words of a quotation, from which on the words that differ tell something
_COMPARED = 3_000  # quotations of a report of which that is told


def judged(report: Report, known: Known, library: Iterable[Article], same: Same) -> Iterator[Remark]:
    """What the quotations of `report`, and the sentences that it cites sources for, do not have from these.

    `library` is read once: for where words stand that are not cited, or not in what is cited for them.
    """
    tree = as_tree(report, {key: (key + _WHOLE, len(one.paragraphs)) for key, one in known.articles.items()})
    articles = {**known.articles, **{key + _WHOLE: article for key, article in known.articles.items()}}
    findings = [one for one in examine(tree.document, articles).findings if one.kind != "unknown key"]
    failed = [one for one in findings if one.kind == "not in the source"]
    sought = [_sought(tree, one) for one in failed]
    open_ones = uncited(report)
    asked = parts(open_ones)
    places = places_of([*asked, *sought], library)
    proposals = [*of_quotations(report, open_ones, places[: len(asked)], known.copies)]
    elsewhere = {id(one): where for one, where in zip(failed, places[len(asked) :], strict=True)}
    judge = _Judge(report=report, tree=tree, known=known, proposals=_by_paragraph(proposals), elsewhere=elsewhere)
    for number, one in enumerate(findings):
        yield from judge.finding(one, compared=number < _COMPARED)
    yield from judge.unlocated({one.place for one in findings})
    yield from judge.doubts(findings, same)


def _sought(tree: Tree, finding: Finding) -> Quoted:
    paragraph, start, end = tree.place(finding.place)
    return Quoted(paragraph=paragraph, start=start, end=end, close=end, words=(finding.words,))


def _by_paragraph(proposals: Sequence[Proposal]) -> dict[int, list[Proposal]]:
    found: dict[int, list[Proposal]] = {}
    for one in proposals:
        found.setdefault(one.paragraph, []).append(one)
    return found


@dataclass(slots=True, kw_only=True)
class _Judge:
    report: Report
    tree: Tree
    known: Known
    proposals: Mapping[int, Sequence[Proposal]]
    elsewhere: Mapping[int, Sequence[Place]]  # of findings, by their identity
    moved: dict[tuple[int, str], list[str]] = field(default_factory=dict)  # where what a paragraph quotes does stand

    def finding(self, finding: Finding, *, compared: bool) -> Iterator[Remark]:
        """What is to be said of a finding."""
        spot = _spot(self.tree, finding.place)
        article = self.known.articles.get(_plain(finding.key))
        if finding.kind == "no citation":
            yield from self._uncited(finding, spot)
        elif article is None:
            return
        elif finding.kind == "missing paragraph":
            yield from self._no_paragraph(finding, spot, article)
        elif finding.kind in ("negation", "qualifier"):
            what = "a negation" if finding.kind == "negation" else "a word of doubt or limitation"
            message = f"“{short(finding.words)}” leaves out {what} of {_where(finding)}"
            yield self._remark(finding, spot, message, hint="quote it with what was left out")
        elif not self._is_ours(finding, spot, article):
            yield self._absent(finding, spot, article, compared=compared)

    def _is_ours(self, finding: Finding, spot: Spot, article: Article) -> bool:
        """Whether words stand but for what either side has in brackets, or are a phrase beyond what is cited."""
        if without_brackets(finding.words, _cited(finding, article)) == "":
            return True
        beyond = is_beyond(self.report.paragraphs[spot.paragraph], spot.start, _plain(finding.key))
        return beyond and count_words(finding.words) < LONG

    def unlocated(self, failed: Collection[tuple[int, int, int]]) -> Iterator[Remark]:
        """The quotations that stand in a source that is cited with no paragraph of it."""
        sought: list[tuple[Quoted, set[str]]] = []
        for claim in find_claims(self.tree.parts):
            place = (claim.passage, *claim.span)
            keys = {entry.key for entry in claim.citations}
            if claim.long and keys and place not in failed and all(key.endswith(_WHOLE) for key in keys):
                spot = _spot(self.tree, place)
                quoted = Quoted(
                    paragraph=spot.paragraph, start=spot.start, end=spot.end, close=spot.end, words=(claim.words,)
                )
                sought.append((quoted, {_plain(key) for key in keys}))
        cited = {key: None for _, keys in sought for key in keys}
        articles = [replace(self.known.articles[key], id=key) for key in cited if key in self.known.articles]
        for (quoted, keys), places in zip(sought, places_of([one for one, _ in sought], articles), strict=True):
            if met := next((place for place in places if place.key in keys), None):
                yield self._unlocated(quoted, met)

    def _unlocated(self, quoted: Quoted, place: Place) -> Remark:
        spot = Spot(paragraph=quoted.paragraph, start=quoted.start, end=quoted.end)
        message = f"“{short(quoted.words[0])}” stands in @{place.key}, para. {place.locator}, which is cited without it"
        hint = f"add “para. {place.locator}” to the citation of @{place.key}"
        more = {"key": place.key, "locator": place.locator, "source": place.sentence, "hint": hint}
        return remark(self.report, spot, "no paragraph", message, **more)

    def _uncited(self, finding: Finding, spot: Spot) -> Iterator[Remark]:
        near = self.proposals.get(spot.paragraph, ())
        first = bisect_left(near, spot.start, key=lambda one: one.end)
        one = next((one for one in near[first : first + _NESTED] if one.start < max(spot.end, spot.start + 1)), None)
        one = one if one and spot.start < one.end else None
        if one is None:
            if not cited_by_hand(self.report.paragraphs[spot.paragraph], spot.end):
                message = f"a quotation without a citation: “{short(finding.words)}”"
                yield remark(self.report, spot, "no citation", message, hint="cite its source")
            return
        keys = [one.key, *(other.key for other in one.others)]
        message = f"“{short(finding.words)}” stands in @{one.key}, para. {one.locator}, and is not cited"
        hint = f"cite [@{one.key}, para. {one.locator}]"
        hint += "" if one.sure else f", or one of {', '.join(f'@{key}' for key in keys[1:4])}"
        more = {"key": one.key, "locator": one.locator, "source": one.source, "hint": hint}
        yield remark(self.report, spot, "uncited", message, **more)

    def _no_paragraph(self, finding: Finding, spot: Spot, article: Article) -> Iterator[Remark]:
        if finding.paragraph is None:
            if not article.paragraphs:
                message = f"the library has no text of @{_plain(finding.key)} to compare “{short(finding.words)}” with"
                yield self._remark(
                    finding, spot, message, kind="no text", hint=f"digest add the text of @{_plain(finding.key)}"
                )
            return
        count = len(article.paragraphs)
        message = f"@{_plain(finding.key)} has no para. {finding.paragraph}: its paragraphs are 1 to {count}"
        yield self._remark(finding, spot, message, hint="correct the paragraph")

    def _absent(self, finding: Finding, spot: Spot, article: Article, *, compared: bool) -> Remark:
        where = _where(finding)
        words = f"“{short(finding.words)}”"
        if is_translation(self.report, spot, finding.words, article):
            message = f"{words} is not in the language of {where}, and cannot be compared word for word"
            return self._remark(
                finding, spot, message, kind="translated quotation", hint="say that it is your translation"
            )
        if before := self._stood(finding, article):
            message = f"{words} stood in {where} when an earlier version was read, and stands there no more"
            hint = "quote what it says now, or say that it said so before"
            more = {"kind": "changed source", "severity": "error", "source": before, "hint": hint}
            return self._remark(finding, spot, message, **more)
        telling = compared and count_words(finding.words) >= _TELLING
        source, difference = _nearest(finding.words, article) if telling else ("", "")
        place = self._other_place(finding)
        if place and place[0] == article.id:
            first = int(place[1].partition("–")[0])
            texts = [block.text for block in article.paragraphs[first - 1 : first]]
            self.moved.setdefault((spot.paragraph, article.id), []).extend(texts)
        if without_brackets(finding.words, _cited(finding, article)) == "brackets":
            message = f"{words} stands in {where} with brackets, which are left out here"
            hint = "keep the source's brackets: what stands in them is not the speaker's"
            return self._remark(finding, spot, message, source=source, hint=hint, severity="warning")
        message = f"{words} does not stand in {where}"
        message += f"; it stands in @{place[0]}, para. {place[1]}" if place else ""
        message += f": {difference}" if difference else ""
        hint = f"cite [@{place[0]}, para. {place[1]}]" if place else "quote the source's own words"
        return self._remark(finding, spot, message, source=source, difference=difference, elsewhere=place, hint=hint)

    def _stood(self, finding: Finding, article: Article) -> str:
        """What the paragraph says now of which an earlier version had the words; the earlier one where it is gone."""
        for version in reversed(self.known.versions.get(_plain(finding.key), ())):
            for number, block in enumerate(version.paragraphs[:_READ]):
                if find_words(finding.words, Text(form=form(block.text))) is Verdict.STANDS:
                    return article.paragraphs[number].text if number < len(article.paragraphs) else block.text
        return ""

    def _other_place(self, finding: Finding) -> tuple[str, str] | None:
        if finding.elsewhere:
            return _plain(finding.elsewhere[0]), str(finding.elsewhere[1])
        places = self.elsewhere.get(id(finding), ())
        return next(((place.key, place.locator) for place in places), None)

    def _remark(self, finding: Finding, spot: Spot, message: str, kind: str = "", **more: object) -> Remark:
        name = kind or ("not in the source" if finding.kind == "reworded" else finding.kind)
        whole = (finding.key or "").endswith(_WHOLE)
        told: dict[str, object] = {"key": _plain(finding.key), "source": finding.source}
        told["locator"] = "" if whole or not finding.paragraph else str(finding.paragraph)
        if name == "not in the source" and not is_error(self.report, spot, finding.words):
            told["severity"] = "warning"
        return remark(self.report, spot, name, message, **told | more)

    def doubts(self, findings: Sequence[Finding], same: Same) -> Iterator[Remark]:
        """The figures, dates and names of cited sentences that are not in what they cite."""
        wholes = dict(_wholes(self.known.articles))
        tree = as_tree(self.report, {key: (key + _WHOLE, 1) for key in wholes})
        articles = {**self.known.articles, **{key + _WHOLE: article for key, article in wholes.items()}}
        taken: dict[int, list[tuple[int, int]]] = {}
        for one in sorted(findings, key=lambda one: one.place):
            taken.setdefault(one.place[0], []).append(one.place[1:])
        for doubt in find_doubts(tree.document, articles, same=same):
            if not _covers(taken.get(doubt.place[0], ()), doubt.place[1:]):
                yield from self._doubt(doubt, tree)

    def _doubt(self, doubt: Doubt, tree: Tree) -> Iterator[Remark]:
        spot = _spot(tree, doubt.place)
        paragraph, article = self.report.paragraphs[spot.paragraph], self.known.articles[_plain(doubt.key)]
        if is_beyond(paragraph, spot.start, _plain(doubt.key)) or is_idle(self.report, spot, doubt, article):
            return
        if any(doubt.words in text for text in self.moved.get((spot.paragraph, article.id), ())):
            return  # where the quotation beside it is said to stand
        whole = doubt.key.endswith(_WHOLE)
        message = doubt.message.replace(f"{_WHOLE}, para. 1", "") if whole else doubt.message
        kind = "name" if doubt.kind == "quotation" else doubt.kind
        hint = "compare it with the source"
        yield remark(
            self.report,
            spot,
            kind,
            message,
            key=_plain(doubt.key),
            locator="" if whole else str(doubt.paragraph),
            source=doubt.source,
            hint=hint,
            severity="note" if is_count(doubt) else SEVERITIES[kind],
        )


def _covers(spans: Sequence[tuple[int, int]], place: tuple[int, int]) -> bool:
    """Whether one of some spans, in order, holds a place; spans lie in few others."""
    last = bisect_right(spans, place[0], key=lambda span: span[0])
    return any(place[1] <= end for _, end in spans[max(0, last - _NESTED) : last])


def _plain(key: str | None) -> str:
    return (key or "").removesuffix(_WHOLE)


def _cited(finding: Finding, article: Article) -> list[str]:
    """The texts of the paragraphs that a quotation is cited from: of all, where it is cited from none."""
    texts = [block.text for block in article.paragraphs]
    whole = not finding.paragraph or (finding.key or "").endswith(_WHOLE)
    return texts[:_READ] if whole else texts[(finding.paragraph or 1) - 1 : finding.paragraph]


def _where(finding: Finding) -> str:
    """The source as it is cited: with its paragraph, where it is cited by one."""
    whole = not finding.paragraph or (finding.key or "").endswith(_WHOLE)
    return f"@{_plain(finding.key)}" + ("" if whole else f", para. {finding.paragraph}")


def _spot(tree: Tree, place: tuple[int, int, int]) -> Spot:
    paragraph, start, end = tree.place(place)
    return Spot(paragraph=paragraph, start=start, end=end)


def _wholes(articles: Mapping[str, Article]) -> Iterator[tuple[str, Article]]:
    """The articles with their text as one paragraph: those that are not longer than what is looked through."""
    for key, article in articles.items():
        if article.paragraphs and sum(len(block.text) + 1 for block in article.paragraphs) <= FURTHEST:
            text = "\n".join(block.text for block in article.paragraphs)
            yield key, replace(article, paragraphs=(Block(text=text, line=1),))


def _nearest(words: str, article: Article) -> tuple[str, str]:
    """The passage of an article that is most like `words`, and in what words the two differ."""
    ours = set(tokens(words))
    texts = [block.text for block in article.paragraphs[:_READ]]
    best = max(texts, key=lambda text: len(ours.intersection(tokens(text))), default="")
    passage = closest_passage(words, best)
    return passage, word_differences(words, passage) if passage else ""
