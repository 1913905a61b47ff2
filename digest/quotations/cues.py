"""The words that show who speaks: verbs of saying, titles, and how names and roles are written."""

from __future__ import annotations

import re


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _any(words: str) -> str:
    return "|".join(re.escape(word).replace("_", " ") for word in sorted(words.split(), key=len, reverse=True))


SAYING = _any(
    """
    said says say told tells tell added adds wrote writes write asked asks explained explains noted notes argued
    argues stated states declared declares insisted insists warned warns replied replies continued continues concluded
    concludes recalled recalls acknowledged acknowledges admitted admits announced claimed claims commented comments
    confirmed confirms complained complains conceded cautioned cautions countered cried quipped joked
    remarked responded
    reiterated observed observes maintained maintains lamented laments predicted predicts promised pledged shouted
    suggested suggests tweeted testified urged urges vowed exclaimed emphasized emphasised emphasizes
    stressed stresses
    asserted asserts alleged boasted mused recounted proclaimed posted went_on goes_on thinks believes
    a_déclaré a_dit a_affirmé a_expliqué a_ajouté déclare explique affirme souligne ajoute dit
    dijo afirmó declaró explicó añadió señaló aseguró dice
    сказал сказала заявил заявила отметил отметила добавил добавила сообщил сообщила подчеркнул подчеркнула пояснил
    сказав заявив заявила зазначив зазначила додав додала повідомив повідомила наголосив наголосила"""
)
NAMING = _any("called calls described describes deemed deems dubbed termed labeled labelled branded praised denounced")
SAYING_SO = _any(
    """
    saying adding telling writing noting arguing declaring warning insisting explaining asking claiming stating
    calling stressing"""
)
SAYING_GERMAN = _any("sagte sagt erklärte erklärt betonte betont meinte meint ergänzte schrieb berichtete")
SAID = re.compile(rf"\b(?:{SAYING})\b")
SAID_AFTER = re.compile(rf"\b(?:{SAYING}|{SAYING_GERMAN})\b")
SAID_GERMAN = re.compile(rf"(?:{SAYING_GERMAN}) after")
NAMED_BEFORE = re.compile(rf"(?:{NAMING}|referred to)\Z")
SAID_BEFORE = re.compile(rf"\b(?:{SAYING}|{NAMING}|referred to)\b")
SAYING_SO_BEFORE = re.compile(rf"\b(?:{SAYING_SO})\b")

TITLES = _listed(
    """
    president premier chancellor minister secretary senator sen. representative rep. governor gov. ambassador envoy
    consul spokesman spokeswoman spokesperson chairman chairwoman chairperson chair director general gen. colonel col.
    major maj. captain capt. lieutenant lt. sergeant sgt. admiral adm. marshal commander king queen prince
    princess pope
    patriarch archbishop bishop imam rabbi judge justice prosecutor mayor congressman congresswoman
    commissioner speaker
    deputy councillor councilor mp mep ceo leader aide adviser advisor analyst expert economist academic
    scholar historian
    researcher scientist professor prof. lecturer fellow journalist correspondent reporter editor columnist activist
    campaigner lawyer attorney author writer pundit critic dissident politician lawmaker legislator diplomat official
    officer soldier pensioner farmer teacher doctor nurse resident student driver coach manager player
    striker goalkeeper
    singer actor actress artist founder co-founder owner executive chief head candidate protester constable
    superintendent inspector detective sheriff veterinarian meteorologist
    volunteer witness survivor secretary-general strategist specialist engineer physicist epidemiologist psychologist
    sociologist biologist climatologist virologist investor trader broker entrepreneur businessman businesswoman
    präsident ministerin kanzler bürgermeister präsidentin sprecher sprecherin президент министр президента министра
    премьер директор"""
)
MEN = _listed("mr mr. sir lord king prince spokesman chairman congressman businessman father monsieur m. herr")
WOMEN = _listed("ms ms. mrs mrs. dame lady queen princess spokeswoman chairwoman congresswoman businesswoman mme frau")
HONORIFICS = _listed("mr. mr mrs. mrs ms. ms dr. dr sir dame lord lady frau herr m. mme")
MODIFIERS = _listed(
    """
    former deputy vice senior chief acting foreign prime interim ex- opposition regional local state government
    presidential military political human rights company party top veteran independent press defense defence interior
    finance economy trade health energy education climate police trade-union union far-right far-left
    assistant associate
    executive managing national federal international general security intelligence economic legal medical
    data research
    campaign election party's country's longtime then- exiled jailed prominent leading renowned"""
)
SPEAKING_NOUNS = _any(
    """
    spokesman spokeswoman spokesperson spokespeople official officials minister ministry embassy police authorities
    analysts analyst experts expert critics readers activists activist residents resident protesters witnesses witness
    report statement diplomat diplomats lawyer lawyers prosecutors prosecutor court government office
    department officer
    officers source sources aide aides editor teacher farmer doctor nurse researcher researchers scientist scientists
    company agency group organization organisation union party commission council president leader economist survivor
    mother father brother sister son daughter wife husband neighbor neighbour friend relative colleague"""
)
NOT_A_PERSON = re.compile(
    r"\b(?:Institute|Peace|Center|Centre|University|College|School|Ministry|Service|Party|Council|House|Union|States?|"
    r"Organi[sz]ation|Summit|Initiative|Journal|Times|Post|News|Republic|Asia|Europe|Africa|America|City|Street|China|Policy|"
    r"Road|Kingdom|Embassy|Consulate|Congress|Committee|Department|Association|Foundation|Group|Bank|Court|Watch|Act|"
    r"Day|Square|Nations|Security|Rights|International|Agency|Office|Commission|Company|Corporation|Corp|Inc|Ltd|"
    r"Airport|Hospital|Club|League|Cup|Park|River|Sea|Ocean|Island|Islands|Valley|County|Province|Region|Army|Force|"
    r"Forces|Navy|Guard|Press|Radio|Television|Network|Movement|Front|Alliance|Treaty|Pact|Agreement|Forum|Parliament|"
    r"Senate|Duma|Bureau|Board|Authority|Affairs|War|Games|Open|Championships?|Newsletter|Magazine|Review|Daily|"
    r"Zealand|Korea|Delhi|Kong|Sudan|Lanka|Arabia|Emirates|Minister|President|Government|Kremlin|Pentagon)\b"
    r"|^(?:New|North|South|East|West|San|Los|Las|Saint|United|White|Hong|Middle|Far|Central|Great|Black|Red|Supreme|"
    r"High|Upper|Lower|Southern|Northern|Eastern|Western|Southeast|National|World|European|American|Royal|Soviet|"
    r"Amnesty|Nur|Belt|Silk|Communist)\b"
)
GENDERED = {
    "he": re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE),
    "she": re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE),
}
OTHER = {"he": "she", "she": "he"}
NOT_A_NAME = _listed(
    """
    the but and in on at if it he she they we this that there when while as for after before since however still yet
    then monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december a an his her so now asked here i what you also meanwhile earlier later last
    during with to from by of not no amid despite because once who where although though according just even another
    one some many most these those its their our my your how why which whose both each all few such under over until
    upon without within between among today yesterday tomorrow speaking writing asked photo image read more
    sometimes perhaps often neither either maybe instead indeed finally recently soon thus hence only also never ever
    when whether unlike like"""
)

UPPER = r"[^\W\d_a-zß-öø-ÿа-яёіїєґў\u0100-\u0101\u3040-\u9fff\uac00-\ud7af]"
WORD = rf"(?:(?:{UPPER}\.){{1,4}}|{UPPER}[\w’'\-]{{0,40}})"
_PARTICLE = r"(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|bin|ibn|al|el|y)"
NAME = re.compile(rf"(?<![\w’'\-]){WORD}(?: (?:{_PARTICLE} ){{0,2}}{WORD}){{0,7}}(?: Jr\.?| Sr\.?)?")
GERMAN_NAME = re.compile(  # every noun has a capital: only two words after a title or none are surely a name
    rf"(?:(?P<role>[^\W\d_a-z][\w\-]*(?:er|in|eur|ist|oge|ent|är|än|chef|leiter))\s)?"
    rf"(?P<name>(?!\S*-\S*er )(?!(?:Der|Die|Das|Weder|Auch) ){WORD} (?:(?:von|van|de|zu)(?: der| den)? )?{WORD})"
)
PRONOUN = re.compile(r"(?:he|she|they|it|we|i)\Z", re.IGNORECASE)
ONE_OF_MANY = (  # "her and other protesters", "analysts such as Ana Ruiz"
    re.compile(rf"(?P<who>{WORD}(?: {WORD}){{0,3}}|\b(?:he|she|him|her)) and other (?P<noun>\w{{3,30}})s\b"),
    re.compile(rf"\b(?P<noun>\w{{3,30}})s (?:like|such as) (?P<who>{WORD}(?: {WORD}){{0,3}})"),
)
OFFICES = re.compile(
    r"\b((?:Secretary|Minister|Chief|Head|Chairman|Chair|Speaker|Director) of (?:the )?"
    r"(?:State|Defen[cs]e|Interior|Foreign Affairs|Staff|Commerce|Homeland Security|Justice|Finance|House|Senate))\b"
)
_NEXT = r"\s(?:He|She|They|It|His|Her|Their|Its|The|But|And|In|On|At|As|After|When|This|That|There)\b"
# The stop of "U.S.", "J. Smith", "St. Petersburg", "Acme Corp. in Ulm": no end of a role.
_ABBREVIATED = ("St", "Mt", "Ft", "Gen", "Col", "Lt", "Dr", "Corp", "Inc", "Ltd", "Co", "Jr", "Sr", "No")
_STOPS = "|".join(rf"(?<=\b{word})\.(?=\s[\w(])" for word in _ABBREVIATED)
INSIDE = rf"(?:(?:(?<=[A-Z])\.(?=\w|\s)|{_STOPS})(?!{_NEXT}))"
CUT_INITIALS = re.compile(r"\b[A-Z](?:\.[A-Z])+\Z")  # "in the U.S" has lost its stop to the end of the sentence
APPOSITION = re.compile(
    r",\s(?:\d{1,3},\s)?(?P<role>(?:(?:an?|the|its|his|her|their|one|whose|who|vice|senior|former|deputy|"
    rf"executive|acting|chief|head|director)\s|{UPPER}[\w’'\-]{{1,30}}[’']s?\s|"
    rf"(?:\w[\w\-]{{1,30}}\s){{0,3}}(?i:{_any(' '.join(TITLES))})\b)"
    rf"(?:[^.;:“”\"«»\ufffc]|{INSIDE}){{0,300}}?)\s*(?:\Z|(?=[,;:]|(?!{INSIDE})\.|\s--|\s—))"
)
NO_ROLE = re.compile(r"who\s(?:is|was|were|has|had|did|does|asked|spoke|declined|said|told|refused|turned|died|lost)\b")
OFFICE_FIRST = re.compile(
    rf"(?:\b(?:the|its|his|her|their|a|an)|[’']s)\s(?P<role>(?:[\w’'\-]{{1,30}}\s){{0,4}}(?:{_any(' '.join(TITLES))})"
    rf"(?:\s(?:to|of|for|at|in)\s(?:[^,.;:“”\"\ufffc]|{INSIDE}){{2,80}})?),\s\Z",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"(?:[\s,]+(?:also|then|later|recently|once|further|has|have|had|would|will|repeatedly|previously|reportedly|publicly|"
    r"himself|herself|quickly|again|often|simply|even|who|still|both|bluntly|openly|first|once again|reportedly))+\s*\Z"
)
PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|get|got)(?:\s\w+ly)?\s\Z")
STATED = re.compile(
    r"\s*(?:that\s|reporters\s)?(?:(?:he|she|it|they|this|these|those)\s)?(?:was|were|is|are|had been|would be)?"
    r"\s*(?:an?|the|his|her|its|their)?\s*:?\s*\Z"
)
DASH = re.compile(
    r"\s*(?:--|—|–|―)\s*(?P<name>[^,.;:“”\"\ufffc]{2,80})(?:,\s*(?P<role>[^“”\"\ufffc]{2,300}?))?\.?\s*\Z"
)
ACCORDING = re.compile(r"\s*,?\s*(?:according to|laut|selon|d’après|по словам)\s+")
ACCORDING_BEFORE = re.compile(r"\b[Aa]ccording to (?P<who>[^“”\"\ufffc]{2,200}?),?\s*\Z")
ROLE_NOUN = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Ss]ome|[Mm]any|[Aa]nother)\s(?:[\w’'\-]{{1,30}}\s){{0,5}}?"
    rf"|(?:{UPPER}[\w’'.\-]{{0,30}}\s){{0,4}}(?:(?:{'|'.join(sorted(MODIFIERS))})\s)?)"
    rf"(?:{SPEAKING_NOUNS}|{SPEAKING_NOUNS.title()})"
    rf"(?:\s(?:for|of|at|from|in|with|to|on|by)\s(?:[^.,;:“”\"\ufffc]|{INSIDE}){{2,120}})?\Z"
)
