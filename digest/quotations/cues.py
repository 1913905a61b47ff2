"""The words that show who somebody is: titles, and how names and roles are written."""

from __future__ import annotations

import re


def listed(words: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(words.split())


def _any(words: str) -> str:
    return "|".join(re.escape(word).replace("_", " ") for word in sorted(words.split(), key=len, reverse=True))


TITLES = listed(
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
    cllr councilman councilwoman assemblyman assemblywoman pastor priest reverend rev. host anchor pollster operative
    staffer treasurer solicitor barrister surgeon physician delegate nominee contender surrogate counsel sen rep gov
    first_lady vice-president vice-chairman co-chairman co-chair co-director co-author provost dean chaplain cardinal
    comedian rapper broadcaster filmmaker novelist pilot lobbyist whistleblower billionaire
    volunteer witness survivor secretary-general strategist specialist engineer physicist epidemiologist psychologist
    ally confidant booster
    sociologist biologist climatologist virologist investor trader broker entrepreneur businessman businesswoman
    präsident ministerin kanzler bürgermeister präsidentin sprecher sprecherin президент министр президента министра
    премьер директор"""
)
MEN = listed("mr mr. sir lord king prince spokesman chairman congressman businessman father monsieur m. herr")
WOMEN = listed("ms ms. mrs mrs. dame lady queen princess spokeswoman chairwoman congresswoman businesswoman mme frau")
HONORIFICS = listed("mr. mr mrs. mrs ms. ms dr. dr sir dame lord lady frau herr m. mme")
MODIFIERS = listed(
    """
    former deputy vice senior chief acting foreign prime interim ex- opposition regional local state government
    presidential military political human rights company party top veteran independent press defense defence interior
    finance economy trade health energy education climate police trade-union union far-right far-left
    assistant associate
    executive managing national federal international general security intelligence economic legal medical
    data research policy communications budget press digital outreach field congressional legislative
    religious evangelical judicial investigative county close
    campaign election party's country's longtime then- exiled jailed prominent leading renowned"""
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
NOT_A_NAME = listed(
    """
    the but and in on at if it he she they we this that there when while as for after before since however still yet
    then monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december a an his her so now asked here i what you also meanwhile earlier later last
    during with to from by of not no amid despite because once who where although though according just even another
    one some many most these those its their our my your how why which whose both each all few such under over until
    upon without within between among today yesterday tomorrow speaking writing asked photo image read more
    sometimes perhaps often neither either maybe instead indeed finally recently soon thus hence only also never ever
    hours days weeks months years minutes moments nearly about almost
    when whether unlike like several any every other others more two three four five six another next much half
    laut selon según gegenüber nach am beim zum zur und auch doch wie mais dans cette
    и в на по как он она это но так за у з із та як він вона про"""
)

UPPER = r"[^\W\d_a-zß-öø-ÿа-яёіїєґў\u0100-\u0101\u3040-\u9fff\uac00-\ud7af]"
WORD = rf"(?:(?:{UPPER}\.){{1,4}}|{UPPER}[\w’'\-]{{0,40}})"
_PARTICLE = r"(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|bin|ibn|al|el|y)"
NAME = re.compile(rf"(?<![\w’'\-]){WORD}(?: (?:{_PARTICLE} ){{0,2}}{WORD}){{0,7}}(?: Jr\.?| Sr\.?)?")
PRONOUN = re.compile(r"(?:he|she|they|it|we|i)\Z", re.IGNORECASE)
ONE_OF_MANY = (  # "her and other protesters", "analysts such as Ana Ruiz"
    re.compile(rf"(?P<who>{WORD}(?: {WORD}){{0,3}}|\b(?:he|she|him|her)) and other (?P<noun>\w{{3,30}})s\b"),
    re.compile(rf"\b(?P<noun>\w{{3,30}})s (?:like|such as) (?P<who>{WORD}(?: {WORD}){{0,3}})"),
)
OFFICES = re.compile(
    r"\b((?:Secretary|Minister|Chief|Head|Chairman|Chair|Speaker|Director) of (?:the )?"
    r"(?:State|Defen[cs]e|Interior|Foreign Affairs|Staff|Commerce|Homeland Security|Justice|Finance|House|Senate)"
    r"|Police and Crime Commissioner)\b"
)
BODIES = re.compile(
    r"\b(?:Ministry|Department|Bank|House|Office|University|College|Institute|Council|Board|Bureau|Church|Court|Association|"
    r"League|Federation|Union|Academy|Society|Chamber|Committee|Commission|Cent(?:er|re)|School) "
    r"(?:of|for|(?<=(?:ommittee|mmission) )(?:to|on)) (?:the )?"
    rf"{UPPER}[\w’'\-]{{1,30}}(?:(?: and)? {UPPER}[\w\-]{{1,30}}){{0,3}}"
)
_NEXT = r"\s(?:He|She|They|It|His|Her|Their|Its|The|But|And|In|On|At|As|After|When|This|That|There)\b"
# The stop of "U.S.", "J. Smith", "St. Petersburg", "Acme Corp. in Ulm": no end of a role.
_ABBREVIATED = (
    "Mr",
    "Mrs",
    "Ms",
    "Sen",
    "Rep",
    "Gov",
    "Prof",
    "Rev",
    "St",
    "Mt",
    "Ft",
    "Gen",
    "Col",
    "Lt",
    "Dr",
    "Corp",
    "Inc",
    "Ltd",
    "Co",
    "Jr",
    "Sr",
    "No",
)
_STOPS = "|".join(rf"(?<=\b{word})\.(?=\s[\w(])" for word in _ABBREVIATED)
INSIDE = rf"(?:(?:(?<=[A-Z])\.(?=\w|\s)|{_STOPS})(?!{_NEXT}))"
CUT_INITIALS = re.compile(r"\b[A-Z](?:\.[A-Z])+\Z")  # "in the U.S" has lost its stop to the end of the sentence
APPOSITION = re.compile(
    r",\s(?:\d{1,3},\s)?(?P<role>(?:(?:an?|the|its|his|her|their|one|whose|who|vice|senior|former|deputy|"
    rf"executive|acting|chief|head|director)\s|(?:{UPPER}[\w’'\-]{{1,30}}\s){{0,4}}{UPPER}[\w’'\-]{{1,30}}[’']s?\s|"
    rf"(?:\w[\w\-]{{1,30}}\s){{0,3}}(?i:{_any(' '.join(TITLES))})\b|"
    r"(?:[a-z][\w\-]{1,30}\s){0,2}[a-z\-]{2,24}(?:or|er|ist|ant|ent|ian|eon|ow)\s(?:of|for|at|with|in|on)\s)"
    rf"(?:[^.;:“”\"«»\ufffc]|{INSIDE}){{0,300}}?)\s*(?:\Z|(?=,(?!\d)|[:;]|(?!{INSIDE})\.|\s--|\s—))"
)
NO_ROLE = re.compile(
    r"who\s(?:is|was|were|has|had|did|does|asked|spoke|declined|said|told|refused|turned|died|lost)\b"
    r"|(?:quant à|pour (?:sa|leur) part|de (?:son|leur) côté|for (?:his|her|their) part|in turn)\b"
)
"""What stands between commas beside a speaker and says nothing of who that is."""
OFFICE_FIRST = re.compile(
    rf"(?:\b(?:the|its|his|her|their|a|an)|[’']s)\s(?P<role>"
    rf"(?:(?!(?:to|of|in|from|for|with|at|by|on)\s)[\w’'.\-]{{1,30}}\s){{0,4}}(?:{_any(' '.join(TITLES))})"
    rf"(?:\s(?:to|of|for|at|in)\s(?:[^,.;:“”\"\ufffc]|{INSIDE}){{2,80}})?),\s\Z",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"(?:[\s,]+(?:also|then|later|recently|once|further|has|have|had|would|will|did|do|does|himself|herself|themselves|"
    r"again|often|long|since|already|previously|even|still|both|first|once again|just|now|"
    r"never|always|in turn|instead|could|can|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:night|morning|afternoon|evening))?|"
    r"(?:this|last|that) (?:week|month|year)|"
    r"in an? (?:statement|interview|tweet|e-?mail|speech|post|memo|letter)|"
    r"liked to|likes to|loves to|used to|wanted to|had to|tried to|"
    r"went on to|goes on to|continued to|proceeded to|is quoted as|was quoted as|"
    r"(?!family|ally|rally|assembly|supply|bully|monopoly)[a-z]{2,20}ly))+\s*\Z"
)
PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|get|got)(?:\s\w+ly)?\s\Z")
STATED = re.compile(
    r"\s*(?:that\s|reporters\s)?(?:(?:he|she|it|they|this|these|those)\s)?(?:was|were|is|are|had been|would be)?"
    r"\s*(?:an?|the|his|her|its|their)?\s*[:,]?\s*\Z"
)
DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'\-]{1,20},?\s){1,4}(?:[A-Z][\w.]{1,14},?\s){0,2}(?:\([^)]{2,20}\)\s)?(?:—|–|--?)\s|\([A-Z]{2,10}\)\s"
)
"""The place and agency before a report: "CEDAR RAPIDS, Iowa (AP) — "."""
DASH = re.compile(
    r"\s*(?:--|—|–|―)\s*(?P<name>[^,.;:“”\"\ufffc]{2,80})(?:,\s*(?P<role>[^“”\"\ufffc]{2,300}?))?\.?\s*\Z"
)
ACCORDING = re.compile(r"\s*,?\s*(?:according to|laut)\s+")
ACCORDING_FIRST = re.compile(r"\A(?:[^,“”\"\ufffc]{2,80},\s)?[Aa]ccording to (?P<who>[^,“”\"\ufffc]{2,120}),")
ACCORDING_BEFORE = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the words of|[Aa]s told by) (?P<who>[^“”\"\ufffc]{2,200}?),?\s*\Z"
)
