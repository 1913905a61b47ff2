"""Which sentences can be printed away from their page."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.briefs.standing import cannot_stand, is_balanced, leans_back

STANDS = [
    "Estonia’s parliament approved a budget of €17 billion on Thursday after two days of debate.",
    "The decision of the court in The Hague ends a dispute that began in 2009.",
    "The Ukraine war has raised the price of fertiliser across Africa.",
    "Both Oslo and Stockholm have promised to send engineers to the site.",
    "There are fewer than 300 North Atlantic right whales left, the agency says.",
    "It is unclear whether the bank will reopen its offices in Chisinau.",
    "World War I ended the monarchy in Vienna, Budapest, and Berlin.",
    "“We will appeal,” Maria Ferrer, a lawyer for the miners, told reporters in Lima.",
    "Despite its debts, Ghana still attracts buyers of cocoa bonds.",
    "Many farmers who lost cattle say the aid arrived too late.",
    "Later this year, Nairobi will open a second airport.",
    "Thanks to a loan from Riyadh, Cairo has paid its debts to farmers.",
    "During their meeting in Baku, Orban praised Aliyev for a new gas contract.",
    "Farmers near Lagos say the storm took away their seed and their tools.",
    "Kenya exports more flowers to Amsterdam than any other country.",
]
NEVER = {
    "My colleague in Quito has looked at the contract in detail.": "it speaks in the first person",
    "The minister declined, as I reported here last week.": "it speaks in the first person",
    "We asked the ministry in Accra for comment on the figures.": "it speaks in the first person",
    "Subscribe to the weekly digest for more on the region.": "it speaks to the reader",
    "Thanks to all the new subscribers from the Baltic states.": "it speaks to the reader",
    "A report by Amy Ng on the price of tea in Nairobi.": "it has no verb",
    "An interview with the head of the port of Lagos in Vanguard.": "it has no verb",
    "Number of the Week: 38 million tons, the amount of grain shipped through Odesa.": "it stands under a label",
    "For the full list of donors, click here or write to the editors.": "it speaks to the reader",
    "If you have questions about the harbour, send them in.": "it speaks to the reader",
    "This article was first published by a partner paper in Oslo.": "it speaks of its own page",
    "The ministry had not replied by the time this article was published.": "it speaks of its own page",
    "What does the vote mean for fishermen along the coast?": "it is a question",
    "Photo of the harbour in Tromsø by night": "it is no whole sentence",
    "(The mayor of Tromsø left the room before the vote was taken.)": "it is an aside",
    "and the mayor of Tromsø then left the room in silence.": "it is no whole sentence",
    "“The harbour is ours, the mayor of Tromsø said at the meeting.": "its quotation marks do not pair",
    "“The harbour is ours and will stay ours for as long as people live here,” he said.": "it is a quotation",
    "The harbour \u202eis closed for the winter, officials in Tromsø say.": "a character in it is no letter or mark",
}
LEANS = [
    "He resigned from the board of the mining company on Monday.",
    "They met for three hours in a hotel near the lake.",
    "Orban hinted at their June meeting that Hungary may leave the fund.",
    "During their talks in Baku, Orban praised the weather.",
    "One of her sons also moved across the border to Ghana.",
    "This left the government in Lima with few choices.",
    "The move surprised investors in Lagos and London.",
    "The court’s ruling was welcomed by unions in Lagos.",
    "However, the mayor of Tromsø has refused to sign.",
    "But prices in Lagos have kept rising since May.",
    "Meanwhile, fishermen in Tromsø have stayed at home.",
    "Such measures have rarely worked in Lagos.",
    "Both men were released from a prison in Lagos on Monday.",
    "The two later appeared on a balcony in Lagos.",
    "The protests, however, have not reached Lagos.",
    "Prices in Lagos rose again because of these rules, traders said.",
    "“Nothing has changed in Lagos since the vote on the budget in May,” she said on Monday.",
    "At the station, she was asked about a letter from a friend.",
    "Now, its leaders are asking Lagos for a loan.",
]


@pytest.mark.parametrize("sentence", STANDS)
def test_a_sentence_that_needs_no_other_stands(sentence: str) -> None:
    assert (None, None) == (cannot_stand(sentence), leans_back(sentence))


@pytest.mark.parametrize("sentence", NEVER)
def test_what_speaks_from_its_page_is_never_printed(sentence: str) -> None:
    assert NEVER[sentence] == cannot_stand(sentence)


@pytest.mark.parametrize("sentence", LEANS)
def test_what_points_back_waits_for_the_sentence_before(sentence: str) -> None:
    assert leans_back(sentence) is not None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Er trat am Montag in Wien von allen Ämtern zurück."),
        ("de", "Nachdem sie Graz verlassen hatten, brach im Hafen ein Brand aus."),
        ("de", "Schon zuvor gab es in Graz heftige Kritik an dem Bau."),
        ("it", "Inoltre il comune di Trento ha chiuso tre vecchi ponti."),
        ("nl", "Hij verliet Utrecht in mei voor een baan in de haven."),
        ("pl", "Jednak ratusz w Gdyni odmówił podpisania tej umowy."),
        ("cs", "Jeho firma v Brně zavřela v květnu tři staré mosty."),
        ("sv", "Det är tredje gången som bron i Malmö stängs i maj."),
        ("nb", "Men kommunen i Bergen ville ikke bygge en ny bru."),
        ("pt", "No entanto, a câmara do Porto recusou o contrato."),
        ("de", "Das sei kein Zufall, teilte die Behörde in Wien mit."),
        ("de", "Das Unternehmen schließt im Mai drei Werke in Sachsen."),
        ("de", "Die beiden trafen sich im Mai in einem Hotel in Graz."),
        ("fr", "Ce dernier a quitté Lyon en mai pour un poste à Rome."),
        ("ru", "После этого мэрия Риги отказалась подписать договор."),
        ("ru", "«Договор подписан не будет до мая», сказал он в Риге."),
        ("fr", "Cependant, la mairie de Lyon a refusé de signer le contrat."),
        ("es", "Sin embargo, la alcaldía de Lima no firmó el contrato."),
        ("ru", "Однако мэрия Риги отказалась подписать договор."),
        ("uk", "Проте міська рада Риги відмовилася підписати договір."),
    ],
)
def test_rules_are_those_of_the_language(language: str, sentence: str) -> None:
    assert leans_back(sentence, language) is not None
    assert leans_back(sentence, "xx") is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Das Rathaus von Graz schließt im Mai für drei Wochen."),
        ("de", "Das nächste Treffen der Minister findet im Mai in Graz statt."),
        ("de", "Die Zeitung »Kurier« meldet einen Streit um die neue Brücke."),
        ("de", "Es gibt in Graz drei Brücken, die im Mai gesperrt werden."),
        ("fr", "Il y a trois ponts à Lyon qui seront fermés en mai."),
        ("sv", "Ministern svarade ”vet inte” på frågan om bron i Malmö."),
        ("hi", "दिल्ली में पुल मई में तीन सप्ताह के लिए बंद रहेगा।"),
    ],
)
def test_what_stands_in_its_language_stands(language: str, sentence: str) -> None:
    """A definite noun is none that points back, and marks are those of the language."""
    assert (None, None) == (cannot_stand(sentence, language), leans_back(sentence, language))


def test_nested_marks_of_any_language_pair() -> None:
    assert is_balanced("„Er sagte ‚nein‘ (zweimal)“, so «Le Temps» [sic].")
    assert is_balanced("Er nannte es »Unsinn« und »gefährlich«.")
    assert is_balanced("Hun kaldte det ”nonsens” og ”farligt”.")
    assert not is_balanced("Er nannte es »Unsinn.")
    assert not is_balanced("He said “no")
    assert not is_balanced("no” he said")


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text: str) -> None:
    assert cannot_stand(text) is None or isinstance(cannot_stand(text), str)
    assert leans_back(text) is None or isinstance(leans_back(text), str)


def test_a_line_of_a_megabyte_is_judged_in_a_second() -> None:
    started = time.process_time()
    for text in (
        "the " * 250_000,
        "“" * 1_000_000,
        "(" * 1_000_000,
        "The a-" * 160_000,
        "x, " * 300_000,
        "1 " * 500_000,
    ):
        cannot_stand(text)
        leans_back(text)

    assert time.process_time() - started < 1


def test_a_german_es_that_only_opens_stands() -> None:
    """In "Es war bereits der zwölfte Einsatz …" nothing is pointed at; in "Es ist kalt" the place is missing."""
    assert leans_back("Es war bereits der dritte Brand in der Altstadt von Graz in diesem Sommer.", "de") is None
    assert leans_back("Es wird im Mai in Graz verhandelt.", "de") is not None
