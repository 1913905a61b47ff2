"""Who is quoted in German, French, Spanish, Russian and Ukrainian news."""

from __future__ import annotations

import pytest

from digest.quotations import find_quotes
from digest.quotations.tongues import TONGUES

SPEAKERS: dict[str, tuple[list[str], list[str | None]]] = {
    "de": (
        [
            "„Wir machen weiter wie bisher“, sagte Bürgermeisterin Anna Weber. „Das ist unsere Pflicht.“",
            "Der Sprecher des Ministeriums, Otto Brandt, erklärte: „Eine Entscheidung wird es heute nicht geben.“",
            "„Das ist ein schlechter Tag für den Hafen“, so Brandt. „Wir hatten mehr erwartet.“",
            "Laut Weber ist das „ein Angriff auf die ganze Stadt“.",
            "„Ich habe davon nichts gewusst“, sagte sie dem Hafenblatt.",
            "Weber sagte, sie werde „nicht einen Tag länger warten als nötig“.",
            "„Wir prüfen den Vorgang sehr genau“, heißt es in einer Mitteilung der Behörde.",
            "»Das war so nicht abgesprochen«, kritisierte der Grünen-Politiker Uwe Müller-Lüth (54).",
            "Gegenüber dem Sender betonte Müller-Lüths Kollegin Jana Öztürk: „Wir lassen uns nicht einschüchtern.“",
        ],
        [
            "Anna Weber",
            "Anna Weber",
            "Otto Brandt",
            "Otto Brandt",
            "Otto Brandt",
            "Anna Weber",
            "Anna Weber",
            "Anna Weber",
            "einer Mitteilung der Behörde",
            "Uwe Müller-Lüth",
            "Jana Öztürk",
        ],
    ),
    "es": (
        [
            "«Vamos a seguir trabajando», afirmó la alcaldesa de Lugo, Ana Ruiz.",
            "Según Ruiz, «nadie había sido avisado de la decisión».",
            "«No tenemos miedo», dijo Pedro Lima, portavoz del puerto.",
        ],
        ["Ana Ruiz", "Ana Ruiz", "Pedro Lima"],
    ),
    "fr": (
        [
            "« Nous allons continuer le travail », a déclaré lundi le maire de Lorient, Jean Petit.",
            "« C’est une bonne nouvelle pour la ville », a-t-il ajouté. « Il était temps. »",
            "Selon la ministre Claire Dubois, « rien ne sera décidé avant la fin de l’été ».",
            "« Le port ne fermera pas », affirme Mme Dubois.",
            "Jean Petit a expliqué que « personne n’avait été prévenu de la décision ».",
            "« Nous avons perdu dix ans », regrette Paul Le Goff, pêcheur à Lorient.",
            "Elle assure : « Nous n’avons pas peur de la suite. »",
        ],
        [
            "Jean Petit",
            "Jean Petit",
            "Jean Petit",
            "Claire Dubois",
            "Claire Dubois",
            "Jean Petit",
            "Paul Le Goff",
            None,
        ],
    ),
    "ru": (
        [
            "«Мы продолжим эту работу», — заявил мэр Лугово Иван Орлов.",
            "«Другого пути у нас нет, — сказал он. — Мы это знаем».",
            "По словам Орлова, «никто не собирался закрывать порт».",
            "Министр иностранных дел Анна Белова заявила, что «решение будет принято осенью».",
            "«Мы не боимся трудностей», — добавила она.",
            "Пресс-секретарь министерства Пётр Зимин сообщил: «Переговоры пройдут в мае».",
            "«Это плохой день для города», — говорится в сообщении ведомства.",
            "Как отметил Зимин, «все документы уже подписаны сторонами».",
        ],
        [
            "Иван Орлов",
            "Иван Орлов",
            "Иван Орлов",
            "Анна Белова",
            "Анна Белова",
            "Пётр Зимин",
            "сообщении ведомства",
            "Пётр Зимин",
        ],
    ),
    "uk": (
        [
            "«Ми продовжимо цю роботу», — заявив мер Лугового Іван Орленко.",
            "«Іншого шляху в нас немає», — сказав він.",
            "За словами Орленка, «ніхто не збирався закривати порт».",
            "Міністерка освіти Ганна Біла зазначила: «Рішення ухвалять восени цього року».",
            "«Ми не боїмося труднощів», — додала вона.",
            "„Це поганий день для міста“, — йдеться в повідомленні відомства.",
        ],
        ["Іван Орленко", "Іван Орленко", "Іван Орленко", "Ганна Біла", "Ганна Біла", "повідомленні відомства"],
    ),
}
"""Paragraphs of an article, and the speaker of each quotation in them."""


@pytest.mark.parametrize("language", SPEAKERS)
def test_speakers_of_other_languages(language: str) -> None:
    paragraphs, speakers = SPEAKERS[language]

    assert speakers == [quote.speaker for quote in find_quotes(paragraphs)]


def test_every_row_of_the_table_is_tried() -> None:
    assert set(TONGUES) == set(SPEAKERS)


@pytest.mark.parametrize(
    ("text", "role", "cue"),
    [
        ("„Wir machen weiter wie bisher“, sagte Bürgermeisterin Anna Weber.", "Bürgermeisterin", "after"),
        ("«Мы продолжим эту работу», — заявил мэр Лугово Иван Орлов.", "мэр Лугово", "after"),
        ("« Nous avons perdu dix ans », regrette Paul Le Goff, pêcheur à Lorient.", "pêcheur à Lorient", "after"),
        (
            "Selon la ministre Claire Dubois, « rien ne sera décidé avant la fin de l’été ».",
            "la ministre",
            "according to",
        ),
        (
            "Міністерка освіти Ганна Біла зазначила: «Рішення ухвалять восени цього року».",
            "Міністерка освіти",
            "before",
        ),
    ],
)
def test_roles_and_cues_of_other_languages(text: str, role: str, cue: str) -> None:
    (quote,) = find_quotes([text])

    assert (role, cue, "full", "stated") == (quote.role, quote.cue, quote.kind, quote.confidence)


def test_an_adverb_is_no_role() -> None:
    """ "Quant à lui" says nothing of who speaks."""
    (quote,) = find_quotes(["« C’est une bonne chose pour nous tous », explique, quant à lui, Yves Duroc."])

    assert ("Yves Duroc", None) == (quote.speaker, quote.role)
