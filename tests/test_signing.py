"""Statements about authors are read into names: labels, roles, places and surplus fall away."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.signing import read_signers

AUTHORS = {
    "By Ann Lee and Bo Chen in Bishkek": ["Ann Lee", "Bo Chen"],
    "ByANN LEE": ["Ann Lee"],
    "BY ANN LEE AND BO CHEN": ["Ann Lee", "Bo Chen"],
    "By | Ann Lee | News Reporter | Bo Chen | Senior Political Correspondent": ["Ann Lee", "Bo Chen"],
    "News By Ann Lee published 19 May 2026": ["Ann Lee"],
    "A guest essay by Ann Lee": ["Ann Lee"],
    "Ann Lee, Bo Chen, Dora Dee and Carl Cox": ["Ann Lee", "Bo Chen", "Dora Dee", "Carl Cox"],
    "Ann Lee/Bo Chen": ["Ann Lee", "Bo Chen"],
    "ANN LEE and BO CHEN Associated Press": ["Ann Lee", "Bo Chen"],
    "Michael Bloomberg": ["Michael Bloomberg"],
    "Ann Lee & Bo Chen": ["Ann Lee", "Bo Chen"],
    "Ann Lee (Image: Getty Images)": ["Ann Lee"],
    "Ann Lee (www.vale.example)": ["Ann Lee"],
    "ann.lee@vale.example (Ann Lee)": ["Ann Lee"],
    "['Ann Lee', 'Bo Chen']": ["Ann Lee", "Bo Chen"],
    "Doe, Jane": ["Jane Doe"],
    "Ann Lee, Jr.": ["Ann Lee Jr."],
    "Ann Lee and 2 others": ["Ann Lee"],
    "Ann Lee for Vale Online": ["Ann Lee"],
    "Ann Lee, 3 May 2024": ["Ann Lee"],
    "Dr. Ann Lee": ["Ann Lee"],
    "Bill MCCARTHY": ["Bill McCarthy"],
    "Von Anna Müller und Jörg Weiß, Berlin": ["Anna Müller", "Jörg Weiß", "Berlin"],
    "Veröffentlicht vonAnna Müller": ["Anna Müller"],
    "Ein Kommentar von Anna Müller": ["Anna Müller"],
    "Anna Müller, Redakteurin Wirtschaft": ["Anna Müller"],
    "Wetter-Experte Jörg Weiß": ["Jörg Weiß"],
    "Ursula von der Leyen": ["Ursula von der Leyen"],
    "Par Marie Dupont et Jean Petit": ["Marie Dupont", "Jean Petit"],
    "Propos recueillis par Marie Dupont": ["Marie Dupont"],
    "Por Ana Pérez y Luis Gómez": ["Ana Pérez", "Luis Gómez"],
    "José Ortega y Gasset": ["José Ortega y Gasset"],
    "di Mario Rossi": ["Mario Rossi"],
    "Mette Holm og Lars Dahl": ["Mette Holm", "Lars Dahl"],
    "Ayşe Yılmaz ve Ali Kaya": ["Ayşe Yılmaz", "Ali Kaya"],
    "Иван Петров, корреспондент": ["Иван Петров"],
    "Тарас Шевчук та Леся Бойко": ["Тарас Шевчук", "Леся Бойко"],
    "أحمد حسن وعلي محمود": ["أحمد حسن", "علي محمود"],
    "김민수 기자 minsu": ["김민수"],
    "김민수·이영희 기자": ["김민수", "이영희"],
    "田中太郎記者": ["田中太郎"],
    "山田 太郎": ["山田 太郎"],
    "ジョン・スミス": ["ジョン・スミス"],
    "本报记者 张伟 李娜": ["张伟", "李娜"],
    "张伟、李娜": ["张伟", "李娜"],
    "Reuters/AFP": ["Reuters", "AFP"],
    "Food and Agriculture Organization": ["Food and Agriculture Organization"],
    "dpa/lby": ["dpa/lby"],
    "https://www.vale.example/ann": [],
    "@valetimes": [],
    "admin": [],
    "Senior Reporter": [],
    "105092": [],
    "null": [],
    "": [],
}


@pytest.mark.parametrize("text", AUTHORS)
def test_names_are_read_out_of_what_surrounds_them(text: str) -> None:
    """Every author of a statement, in order, and nobody else."""
    assert AUTHORS[text] == [str(signer.name) for signer in read_signers(text) if signer.role == "author"]


HELPERS = {
    "Text: Ann Lee, Fotos: Carl Cox": ["Carl Cox", "photographs"],
    "Ann Lee (Text), Carl Cox (Fotos)": ["Carl Cox", "photographs"],
    "By Ann Lee; Editing by Carl Cox": ["Carl Cox", "editing"],
    "By Ann Lee with reporting by Carl Cox": ["Carl Cox", "reporting"],
    "Translation: Carl Cox": ["Carl Cox", "translation"],
    "Aus dem Englischen von Carl Cox": ["Carl Cox", "translation"],
    "责编：张伟": ["张伟", "editing"],
    "文/李娜 图/张伟": ["张伟", "photographs"],
}


@pytest.mark.parametrize("text", HELPERS)
def test_those_who_helped_are_told_by_their_labels(text: str) -> None:
    """A photographer, an editor and a translator are no authors."""
    (helper,) = [signer for signer in read_signers(text) if signer.role != "author"]

    assert HELPERS[text] == [str(helper.name), helper.role]


def test_a_source_is_no_author() -> None:
    """What a page took its text from is named by a label of its own."""
    assert [("dpa", "source")] == [(str(signer.name), signer.role) for signer in read_signers("Quelle: dpa")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Lee", "person"),
        ("viktor hedlund", "person"),
        ("Reuters", "agency"),
        ("Anadolu Ajansı", "agency"),
        ("Human Rights Centre", "body"),
        ("Web Desk", "desk"),
        ("Redaktion", "desk"),
        ("vale.example.com", "site"),
        ("Plato", "single"),
        ("alee_2", "login"),
    ],
)
def test_each_name_has_its_kind(text: str, kind: str) -> None:
    """Persons, agencies, bodies, desks, sites and accounts are told apart."""
    assert [kind] == [signer.kind for signer in read_signers(text)]


@given(st.text(max_size=700))
def test_any_text_is_read(text: str) -> None:
    """Whatever a page states, names are words."""
    assert all(str(signer.name).strip() for signer in read_signers(text))


@given(
    st.lists(st.sampled_from(["By ", "Ann Lee", ", ", " and ", "/", "(", ")", "Fotos: ", "记者", " | ", "von", "'"]))
)
def test_any_byline_is_read(parts: list[str]) -> None:
    """The marks of bylines in any order."""
    assert len(read_signers("".join(parts))) <= 40


@pytest.mark.parametrize(
    "unit", ["By ", "(", "Von ", "a, ", "['a", "A und ", "1", "@", "記者", "기자 ", "Foto: ", "ein ", "|"]
)
def test_hostile_statements_cost_little(unit: str) -> None:
    """Megabytes of a mark are cut before they are read."""
    start = time.process_time()
    read_signers(unit * 500_000)

    assert time.process_time() - start < 1
