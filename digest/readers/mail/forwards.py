"""What a message forwards or answers: the header block that mail programs write above another's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.readers.mail.pieces import Piece

_LABELS: dict[str, str] = {
    "from": "From|Von|De|Da|Van|Från|Fra|Od|Expéditeur|Remitente|Mittente|Afzender|Lähettäjä|Feladó|Gönderen|Kimden|"
    "От|От кого|Від|Кімнен|发件人|寄件者|寄件人|差出人|送信者|보낸 사람",
    "date": "Date|Sent|Date d['’]envoi|Envoyé(?: le)?|Datum|Gesendet|Verzonden|Fecha|Enviado(?: el| em)?|Data|Inviato|"
    "Skickat|Dato|Sendt|Wysłano|Päivämäärä|Lähetetty|Dátum|Tarih|Gönderildi|Дата|Отправлено|Дата отправки|Надіслано|"
    "Күні|日期|发送时间|发送日期|寄件日期|日付|送信日時|날짜|보낸 날짜",
    "subject": "Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Ämne|Emne|Temat|Aihe|Tárgy|Konu|Тема|Тақырып|"
    "主题|主旨|主題|件名|제목",
    "to": "To|Cc|Bcc|Reply-To|An|Kopie|À|A|Para|Aan|Till|Til|Do|Vastaanottaja|Címzett|Kime|Кому|Копия|Кімге|"
    "Destinataire|Destinatario|Responder a|Répondre à|Antwort an|收件人|抄送|宛先|받는 사람|참조",
}
"""Labels of mail programs, in the languages their users have set."""

_LABEL = {
    name: re.compile(rf"[*_]{{0,2}}(?:{words})[*_]{{0,2}}\s?[:：][*_]{{0,2}}\s{{0,9}}(?P<value>.{{0,500}})", re.I)
    for name, words in _LABELS.items()
}
_FORWARDED = re.compile(
    r"(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Inizio messaggio inoltrato|"
    r"Début du message (?:transféré|réexpédié)|Inicio del mensaje reenviado|Início da mensagem (?:re)?encaminhada|"
    r"Begin doorgestuurd bericht|Начало переадресованного (?:сообщения|письма)|以下是转发的邮件|"
    r"転送されたメッセージ)\s?[:：]?"
    r"|[-–—_ ]{2,20}\s?(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|"
    r"Messaggio inoltrato|Mensagem encaminhada|Doorgestuurd bericht|Vidarebefordrat meddelande|Videresendt melding|"
    r"Wiadomość przekazana|Przekazana wiadomość|Пересылаемое сообщение|Перенаправленное сообщение|"
    r"Пересланное сообщение|Переслане повідомлення|Yönlendirilmiş mesaj|İletilmiş ileti|转发的邮件|转发邮件信息|"
    r"Forwarded by .{2,60})\s?[-–—_ ]{0,20}",
    re.I,
)
_ORIGINAL = re.compile(
    r"[-–—_ ]{2,20}\s?(?:Original (?:Message|Appointment)|Ursprüngliche Nachricht|Message d['’]origine|"
    r"Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht|"
    r"Исходное сообщение|原始邮件)\s?[-–—_ ]{0,20}",
    re.I,
)
"""What stands above another's words whether they are forwarded or answered."""
_ANSWERED = re.compile(
    r"(?:On|Am|Le|El|Il|Em|Op|Den|W dniu)\b.{4,160}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|"
    r"skrev|napisał)\b.{0,80}[:：]\s*$|.{0,160}(?:пишет|написала?|写道|のメール).{0,80}[:：]\s*$",
    re.I | re.S,
)
"""The line above the words that a message answers."""
_REPLY = re.compile(r"\s*(?:re|aw|sv|antw|odp|rif|res|ynt|отв|ha|回复|答复|回覆)\s*(?:\[\d+\])?\s*[:：]", re.I)
_WITHIN = 12  # lines of a header block
_MOST = 5  # forwards of forwards
_SHORT_NOTE = 12  # pieces within which one more header block is a forward of a forward


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """What a message forwards: whose, when, under which subject, and its own pieces."""

    heads: tuple[tuple[str, str], ...]
    pieces: tuple[Piece, ...]

    def head(self, name: str) -> str | None:
        """What the header block says: `from`, `date`, `subject`."""
        return dict(self.heads).get(name)


def find_forward(pieces: Sequence[Piece], subject: str) -> Forward | None:
    """The message that `pieces` forward, the innermost of several; None where they only answer one."""
    found: Forward | None = None
    rest = tuple(pieces)
    for _ in range(_MOST):
        step = _step(rest, None if found else subject)
        if step is None or not step.pieces:
            break
        found, rest = step, step.pieces
    return found


def own_words(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without what they answer, where anything else is there."""
    kept: list[Piece] = []
    for at, piece in enumerate(pieces):
        if _ANSWERED.match(piece.text[:300]) and (at + 1 == len(pieces) or pieces[at + 1].quoted):
            continue
        if _begins(pieces, at, needs_subject=True) is not None:
            break  # below a header block all is another's
        if not piece.quoted:
            kept.append(piece)
    return tuple(kept) if kept else tuple(replace(piece, quoted=False) for piece in pieces)


def _step(pieces: Sequence[Piece], subject: str | None) -> Forward | None:
    """The forward that begins first; inside one (no `subject`) only near its head."""
    reach = len(pieces) if subject is not None else min(len(pieces), _SHORT_NOTE)
    answers = bool(subject and _REPLY.match(subject))
    for at in range(reach):
        certain = bool(_FORWARDED.match(pieces[at].text[:200]))
        if certain or not answers:
            found = _begins(pieces, at, needs_subject=not certain)
            if found:
                return found
    return None


def _is_label(text: str) -> bool:
    return any(pattern.match(text) for pattern in _LABEL.values())


def _is_rule(text: str) -> bool:
    return bool(_FORWARDED.match(text) or _ORIGINAL.match(text))


def _begins(pieces: Sequence[Piece], at: int, *, needs_subject: bool) -> Forward | None:
    """The forward whose header block begins in piece `at`: a sender, and a subject or day beside it."""
    first = pieces[at].text.split("\n")
    if not (_is_rule(first[0][:200]) or any(map(_is_label, first[:3]))):
        return None
    heads: dict[str, str] = {}
    left: list[str] = []
    for where in range(at, min(at + _WITHIN, len(pieces))):
        lines = pieces[where].text.split("\n")
        left = _taken(lines, heads)
        if left:
            break
    else:
        where += 1
    if "from" not in heads or not {"subject", "date"} & heads.keys() or (needs_subject and len(heads) < 3):
        return None
    rest = list(pieces[where:])
    if left and rest and len(left) < len(rest[0].text.split("\n")):
        rest[0] = replace(rest[0], text="\n".join(left))
    return Forward(heads=tuple(heads.items()), pieces=tuple(replace(piece, quoted=False) for piece in rest))


def _taken(lines: Sequence[str], heads: dict[str, str]) -> list[str]:
    """The lines below those that belong to a header block, whose values go into `heads`."""
    for number, line in enumerate(lines):
        if _is_rule(line[:200]):
            continue
        name, value = next(
            ((name, match["value"]) for name, pattern in _LABEL.items() if (match := pattern.match(line))), ("", "")
        )
        if not name:
            return list(lines[number:])
        heads.setdefault(name, value.strip())
    return []
