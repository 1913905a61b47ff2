"""The pieces of a newsletter as labelled blocks: what its sender's program wrote around the text is furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.model import Block, Kind
from digest.readers.mail.pieces import Piece

_FOOT = re.compile(
    r"\bunsubscri|\bopt[- ]?out\b|\b(?:manage|update|change|edit) (?:your )?(?:\w+ )?(?:preferences|subscription|"
    r"settings|profile)|\ball rights reserved\b|\bprivacy (?:policy|notice)|^(?:copyright\b|©|\(c\) ?\d{4})|"
    r"^\S{2,60} mailing list$|^\S{2,60}@\S{3,60}$|/mailman/listinfo/|"
    r"\badd us to your address book|\bour mailing address|\bterms of (?:use|service)|\bstop receiving\b|"
    r"\babmelden\b|\babbestellen\b|\bnewsletter[- ]einstellungen|\bimpressum\b|\bdatenschutz(?:erklärung)?\b|"
    r"\bse désabonner|\bdésinscri|\bdésabonnement|\bmentions légales|"
    r"\bdarse de baja|\bcancelar (?:la |tu |su )?(?:suscripción|inscrição)|\bdisiscri|\bannulla l['’]iscrizione|"
    r"\bafmelden\b|\buitschrijven\b|\bavregistrera|\bavmeld|\bwypisz się|\brezygn|aboneliğ|"
    r"отписаться|отписки|жазылымнан|退订|取消订阅|退訂|取消訂閱|配信停止|登録解除|수신 ?거부|구독 ?취소",
    re.I,
)
"""What stands below a newsletter, with other small print."""
_NOTICE = re.compile(
    r"\b(?:you(?:['’]re| are)|you have been) (?:receiving|subscribed|sent|getting)|\byou received this|"
    r"\bthis (?:e-?mail|message|newsletter) was (?:sent|delivered|intended)|\bforwarded (?:this|to you)\b|"
    r"\bdiese e-?mail wurde|\bsie erhalten diese|\bvous recevez (?:cet|ce)\b|\bha recibido este|\brecibes este|"
    r"вы получили это (?:письмо|сообщение)|вы подписаны",
    re.I,
)
"""What may stand above it as well."""
VIEW = re.compile(
    r"\b(?:view|read|open|see)\b.{0,40}\b(?:browser|online|in app|web version|on the web|your inbox)|\bweb ?version\b|"
    r"\b(?:trouble|problems?|difficulty) (?:viewing|reading|seeing)|\bview (?:this|as) |\bim browser\b|"
    r"\bonline[- ](?:version|ansicht|lesen)|\bversion (?:web|en ligne|online)|\bdans (?:votre|le|un) navigateur|"
    r"\ben (?:el|tu|su) navegador|\bnel (?:tuo )?browser|\bin (?:je|uw) browser|\bi (?:din )?(?:webbläsare|nettleser)|"
    r"\bw przeglądarce|в браузере|веб-верси|浏览器|瀏覽器|ブラウザ|브라우저|tarayıcı",
    re.I,
)
READ_ELSEWHERE = "to be read elsewhere"
_BUTTON = re.compile(
    r"(?:(?:read|learn|see|find out|know|view|watch|listen|continue|keep|get|discover|explore|click|tap)\b.{0,30}"
    r"(?:more|story|here|now|reading|full|article|all|report|app|online|post|on)\b.{0,20}|"
    r"share(?: this)?(?: \w+){0,3}|(?:re)?tweet(?: this)?|like|comment|restack|reply|forward(?: to a friend)?|"
    r"subscribe(?: \w+){0,4}|sign up(?: \w+){0,4}|upgrade(?: to \w+)?|donate(?: now)?|support us|join (?:us|now)|"
    r"log ?in|sign in|download(?: the)? app|get the app|advertis(?:e|ement)(?: with us)?|sponsored(?: by .{1,40})?|"
    r"(?:facebook|twitter|x|instagram|linkedin|youtube|telegram|threads|bluesky|mastodon|rss|whatsapp|tiktok)|"
    r"(?:weiter|mehr)(?:lesen)?|zum artikel|teilen|jetzt .{2,30}|lire (?:la suite|plus).{0,20}|en savoir plus|partager|"
    r"leer más|compartir|leggi (?:tutto|di più).{0,20}|condividi|lees (?:meer|verder)|"
    r"читать (?:далее|полностью|дальше)|подробнее|поделиться|подписаться.{0,30}|"
    r"阅读(?:全文|更多|原文)|分享|订阅|続きを読む|더 ?보기)[.!…»>→› ]{0,6}",
    re.I,
)
"""Whole pieces that ask to be clicked."""
TO_BE_CLICKED = "to be clicked"
_BARE = re.compile(r"https?://\S{1,2000}")
_ISSUE = re.compile(
    r"(?:issue|edition|no\.?|nr\.?|vol(?:ume)?\.?|ausgabe|numéro|número|выпуск|#)\s?[#№]?\s?\d{1,4}\b.{0,40}", re.I
)
_BYLINE = re.compile(
    r"(?:(?:By|Written by|Von|Par|Por|Di|Door|Av|Автор(?:ы)?:?|Текст:?|作者[:：]?|文[/／:：])\s?)"
    r"(?P<names>\S.{2,120})$"
)
_DAY = re.compile(
    r"(?:\W{0,2}\w{2,12}\W{1,3})?(?:\d{1,2}\W{1,3}(?:de )?\w{3,12}|\w{3,12}\W{1,2}\d{1,2}|\d{1,2}[./]\d{1,2})"
    r"\W{1,3}(?:de )?\d{4}"
    r"|(?:\w{3,9}\.? \d{1,2}|\d{1,2}\.? \w{3,9}\.?)"
    r"|\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}日?"
)
_SIGNATURE = re.compile(r"(?:--|__)\s?")
_SMALL_WORDS = frozenset(re.findall(r"\S+", "and und et y e и og de von van der den al bin"))
_PROSE_WORDS = 16
_BELOW = 120  # words of small print that may stand under the first line of it
_FOOT_WORDS = 90
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def labelled(
    pieces: Sequence[Piece], subject: str | None, sender: str | None = None, outlet: str | None = None
) -> tuple[Block, ...]:
    """Blocks of the pieces, counted from 1, each told for what it is; `sender` and `outlet` may stand at the head."""
    until = _foot(pieces)
    opening = next((at for at, piece in enumerate(pieces[:until]) if _is_prose(piece)), until)
    blocks: list[Block] = []
    for at, piece in enumerate(pieces):
        kind, rule = _labelled(piece, at < opening, subject)
        if at < opening and sender and piece.text.casefold() in (sender.casefold(), f"by {sender}".casefold()):
            kind, rule = "byline", "the sender's name"
        elif at < opening and outlet and piece.text.casefold().strip(" .:|") == outlet.casefold():
            kind, rule = "furniture", "name of the letter"
        if at >= until and rule != TO_BE_CLICKED:
            kind, rule = "furniture", "below the text"
        text = " ".join(piece.text.split())
        level = piece.level if kind == "heading" else None
        blocks.append(Block(text=text, line=len(blocks) + 1, kind=kind, level=level, links=piece.links, rule=rule))
    return tuple(_with_standfirst(blocks))


def _with_standfirst(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a heading between the title and who signs, or the day, as the standfirst it is."""
    for at, block in enumerate(blocks):
        above, below = blocks[at - 1] if at else block, blocks[at + 1] if at + 1 < len(blocks) else block
        if block.kind == "heading" and above.kind == "title" and below.kind in ("byline", "dateline"):
            block = replace(block, kind="standfirst", level=None, rule="below the title")
        yield block


def is_small_print(text: str) -> bool:
    """Whether a text speaks to subscribers: how to leave, whose it is, why they have it."""
    return _is_foot(text)


def byline(text: str) -> str | None:
    """The names in a line that signs.

    >>> byline("By Jane Doe and Max Muster")
    'Jane Doe and Max Muster'
    >>> byline("By the river the talks went on.") is None
    True
    """
    match = _BYLINE.match(text)
    if not match or text.endswith((".", ":", "?", "!")) or len(text.split()) > 12:
        return None
    words = [word for word in re.findall(r"[^\W\d_][\w'’.-]*", match["names"]) if word not in _SMALL_WORDS]
    named = all(word[0].isupper() or _EAST.match(word) for word in words)
    return match["names"].strip() if words and named else None


def _labelled(piece: Piece, above: bool, subject: str | None) -> tuple[Kind, str]:  # noqa: FBT001
    text = " ".join(_BARE.sub("", piece.text).split()).rstrip(":") or piece.text
    short = _size(text) <= _PROSE_WORDS
    if subject and above and text.casefold().strip(" .") == subject.casefold().strip(" ."):
        return "title", "the subject"
    if short and (rule := _dressing(piece, text)):
        return "furniture", rule
    if above and short and byline(text):
        return "byline", "By …"
    if above and short and _DAY.fullmatch(text.strip(" |·•")):
        return "dateline", "date on its own line"
    if above and _ISSUE.fullmatch(text):
        return "furniture", "number of the issue"
    if _size(text) <= _FOOT_WORDS and _is_foot(text) and (short or not piece.text.endswith(":")):
        return "furniture", "to the subscriber"
    return piece.kind, piece.rule


def _dressing(piece: Piece, text: str) -> str:
    if VIEW.search(text) and (piece.links or len(text) < 60) and piece.kind != "heading":
        return READ_ELSEWHERE
    if _BUTTON.fullmatch(text) and (piece.links or _size(text) <= 4) and piece.kind != "heading":
        return TO_BE_CLICKED
    if not any(map(str.isalpha, text)) and piece.kind != "heading":
        return "no words"
    return ""


def _foot(pieces: Sequence[Piece]) -> int:
    """The index where what stands below the text begins, or a signature."""
    end, words = len(pieces), 0
    for at in range(len(pieces) - 1, -1, -1):
        text = pieces[at].text
        foot = _SIGNATURE.fullmatch(text) or (_size(text) <= _FOOT_WORDS and _FOOT.search(text[:1000]))
        if foot or (words == 0 and _size(text) <= _FOOT_WORDS and _NOTICE.search(text[:1000])):
            end, words = at, 0
        elif _is_prose(pieces[at]):
            words += _size(text)
        if words > _BELOW:
            break
    if not any(map(_is_prose, pieces[:end])):  # all would go: such a line stood above the text
        return len(pieces)
    while 0 < end < len(pieces) and _is_loose(pieces[end - 1]):
        end -= 1
    return end


def _is_loose(piece: Piece) -> bool:
    """Whether a piece above the foot is of it: the words of a link or two, a postal address, a name of a network."""
    text = " ".join(piece.text.split())
    linked = sum(len(words) for words, _ in piece.links)
    dressing = _BUTTON.fullmatch(text) or (VIEW.search(text) and len(text) < 80)
    few = _size(text) <= 4 and linked >= len(text) * 0.8
    return bool(dressing) or (piece.kind == "paragraph" and few)


def _is_foot(text: str) -> bool:
    return bool(_FOOT.search(text[:1000]) or _NOTICE.search(text[:1000]))


def _is_prose(piece: Piece) -> bool:
    return piece.kind != "heading" and _size(piece.text) > _PROSE_WORDS and not _is_foot(piece.text)


def _size(text: str) -> int:
    """Words; in scripts without spaces, pairs of signs."""
    return max(len(text.split()), len(_EAST.findall(text[:5000])) // 2)
