"""Marks and words of speech of other languages than English: one row a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """How a language says who has spoken; "_" stands for a space, and each verb for itself before and after a name."""

    marks: tuple[str, ...]  # outer and inner pairs; `quotemarks` reads those of all languages
    verbs: str
    he: str
    she: str
    according: str
    turned: str = ""  # a pattern: an auxiliary verb before the pronoun `who`
    papers: str = ""  # "it says in a statement"
    titles: str = ""  # endings of titles that are written with a capital before a name
    nouns_have_capitals: bool = False


TONGUES: dict[str, Tongue] = {
    "de": Tongue(
        marks=("„“", "»«", "‚‘"),
        verbs="""
            sagte sagt sagten erklärte erklärt erklärten betonte betont meinte meint ergänzte ergänzt schrieb schreibt
            berichtete berichtet teilte kritisierte kritisiert warnte warnt forderte fordert fügte kündigte mahnte mahnt
            erläuterte erläutert verkündete antwortete bekräftigte räumte versicherte behauptete behauptet äußerte
            kommentierte konstatierte resümierte lobte klagte bilanzierte beteuerte urteilte unterstrich entgegnete
            sprach twitterte findet fand glaubt glaubte hofft""",
        he="er",
        she="sie",
        according="laut nach_angaben_von nach_angaben_der nach_angaben_des so zufolge nach_den_worten_von",
        papers="heißt_es_in hieß_es_in heißt_es_im hieß_es_im",
        titles="er in eur ist oge ent är än chef leiter herr frau rat rätin wirt kraft mann präsident",
        nouns_have_capitals=True,
    ),
    "es": Tongue(
        marks=("«»", "“”"),
        verbs="""
            dijo dice afirmó afirma declaró explicó explica añadió añade señaló señala aseguró asegura indicó indica
            manifestó sostuvo sostiene apuntó advirtió subrayó insistió recordó destacó reconoció lamentó ha_dicho
            ha_afirmado ha_asegurado ha_explicado ha_señalado ha_declarado ha_añadido ha_subrayado ha_advertido""",
        he="él",
        she="ella",
        according="según en_palabras_de de_acuerdo_con",
    ),
    "fr": Tongue(
        marks=("«»", "“”"),
        verbs="""
            a_déclaré a_dit a_affirmé a_expliqué a_ajouté a_indiqué a_assuré a_précisé a_estimé a_souligné a_annoncé
            a_averti a_rappelé a_insisté a_lancé a_confié a_martelé a_réagi a_répondu a_écrit a_regretté a_dénoncé
            a_conclu            a_commenté a_reconnu a_raconté a_résumé a_poursuivi
            déclare dit affirme explique ajoute indique assure précise estime souligne annonce avertit rappelle insiste
            lance confie martèle réagit répond écrit regrette dénonce conclut commente reconnaît raconte résume poursuit
            déclarait disait expliquait affirmait estimait soulignait""",
        he="il",
        she="elle",
        turned=r"(?:a|ont)-t-(?P<who>il|elle)\s\w{2,20}",
        according="selon d’après d'après pour",
        papers="peut-on_lire_dans indique_un_communiqué",
    ),
    "ru": Tongue(
        marks=("«»", "„“"),
        verbs="""
            сказал сказала заявил заявила отметил отметила добавил добавила сообщил сообщила подчеркнул подчеркнула
            пояснил пояснила рассказал рассказала написал написала уточнил уточнила объяснил объяснила считает говорит
            говорил говорила утверждает признал признала предупредил предупредила напомнил напомнила ответил ответила
            заключил заключила указал указала процитировал пишет заметил заметила объявил объявила пообещал пообещала
            спросил спросила констатировал констатировала цитирует отмечает подчеркивает подчёркивает поясняет
            рассказывает уверен уверена полагает резюмировал сообщили заявили говорится_в""",
        he="он",
        she="она",
        according="по_словам по_мнению по_данным как_сказал как_заявил как_сообщил как_отметил согласно",
        papers="говорится_в сказано_в отмечается_в сообщается_в",
    ),
    "uk": Tongue(
        marks=("«»", "„“"),
        verbs="""
            сказав сказала заявив заявила зазначив зазначила додав додала повідомив повідомила наголосив наголосила
            пояснив пояснила розповів розповіла написав написала уточнив уточнила вважає говорить каже казав казала
            стверджує визнав визнала попередив попередила нагадав нагадала відповів відповіла підкреслив підкреслила
            зауважив зауважила пише оголосив оголосила пообіцяв пообіцяла запитав запитала зазначає додає розповідає
            підкреслює впевнений впевнена переконаний переконана повідомили заявили""",
        he="він",
        she="вона",
        according="за_словами на_думку за_даними як_сказав як_заявив як_повідомив як_зазначив згідно_з",
        papers="йдеться_в йдеться_у сказано_в сказано_у зазначається_в",
    ),
}


def _any(words: str) -> str:
    listed = sorted(set(words.split()), key=len, reverse=True)
    return "|".join(re.escape(word).replace("_", r"\s") for word in listed)


def every(field: str) -> str:
    """The words of a column, of all languages, as an alternation."""
    return _any(" ".join(str(getattr(tongue, field)) for tongue in TONGUES.values()))


VERBS = re.compile(rf"(?<![\w’'\-])(?:{every('verbs')})(?!\w)")
ACCORDING = re.compile(rf"(?<![\w’'\-])(?:{every('according')})(?=\s)", re.IGNORECASE)
TURNED = re.compile("|".join(tongue.turned for tongue in TONGUES.values() if tongue.turned))
PAPERS = re.compile(rf"(?<![\w’'\-])(?:{every('papers')})(?=\s)", re.IGNORECASE)
TITLED = re.compile(rf"[^\W\d_a-z][\w\-]{{1,40}}(?:{every('titles')})\Z")
PRONOUNS: Mapping[str, str] = {
    word: which for tongue in TONGUES.values() for which, word in (("he", tongue.he), ("she", tongue.she))
}
"""The English pronoun for each."""
_SPOKEN_WITH: dict[str, Tongue] = {
    word.replace("_", " "): tongue
    for tongue in TONGUES.values()
    for word in (*tongue.verbs.split(), *tongue.according.split())
}


def of_word(word: str) -> Tongue:
    """The row that a verb or preposition stands in."""
    return _SPOKEN_WITH[" ".join(word.lower().split())]
