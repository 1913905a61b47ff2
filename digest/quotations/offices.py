"""Speakers without a name: offices, groups, papers and whoever else a noun phrase means."""

from __future__ import annotations

import re

from digest.quotations.cues import INSIDE, MODIFIERS, UPPER
from digest.quotations.verbs import NAMING, SAYING


def _any(words: str) -> str:
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


DOCUMENTS = _any(
    """
    statement poll letter report lawsuit complaint memo email e-mail tweet post message release filing document
    documents indictment affidavit article editorial column book transcript readout communique petition
    resolution ruling decision order opinion brief motion website ad advertisement commercial banner sign signs
    headline caption slogan poster note notice bill text platform manifesto treaty agreement analysis study
    survey paper review assessment summary dossier constitution law profile post biography inscription plaque
    placard t-shirt shirt sticker voicemail suit statements letters papers emails"""
)
PLURAL = _any(
    """
    officials analysts experts critics readers activists residents protesters authorities police witnesses diplomats
    lawyers prosecutors officers sources aides researchers scientists lawmakers senators congressmen republicans
    democrats conservatives liberals voters supporters opponents campaigners leaders ministers governors mayors people
    women men students teachers parents workers employees reporters journalists editors delegates attendees
    organizers organisers investigators detectives economists historians scholars authors writers advocates attorneys
    judges justices executives pollsters strategists operatives advisers advisors backers donors fans players
    demonstrators members neighbors neighbours friends relatives colleagues allies insiders observers commentators
    doctors nurses firefighters soldiers veterans users viewers spokespeople families farmers"""
)
SPEAKING_NOUNS = _any(
    f"""
    spokesman spokeswoman spokesperson official minister ministry embassy analyst expert activist resident witness
    diplomat lawyer prosecutor court government office department officer source aide editor teacher farmer doctor
    nurse researcher scientist company agency group organization organisation union party commission council president
    leader economist survivor mother father brother sister son daughter wife husband neighbor neighbour friend
    relative colleague administration campaign camp team committee panel board senator congressman congresswoman
    representative governor mayor judge justice attorney adviser advisor strategist operative staffer lawmaker
    politician candidate nominee chairman chairwoman chair chief director manager secretary ambassador professor
    student reporter journalist host anchor columnist author writer pollster voter supporter critic man woman boy
    girl teenager parent worker employee executive veteran owner founder coach player captain firefighter detective
    sheriff superintendent constable investigator bureau ministry institute association federation foundation network
    newspaper magazine paper outlet station publication blog bank firm airline school university hospital
    charity force service watchdog regulator tribunal jury coalition alliance delegate delegation donor insider member
    protester demonstrator bystander onlooker backbencher peer mp passenger driver pilot tourist caller listener viewer
    user chancellor premier king queen prince princess pope bishop priest pastor rabbi imam historian scholar academic
    commissioner councillor councilman councilwoman legislator head deputy envoy counsel commander general colonel
    lobbyist developer businessman businesswoman billionaire pundit correspondent surrogate contender hacker biographer
    comedian actor actress singer rapper filmmaker whistleblower volunteer specialist engineer pediatrician biologist
    accuser someone somebody confidant ally rival opponent predecessor successor classmate superdelegate
    sergeant lieutenant soldier guard inmate victim plaintiff narrator defendant
    {DOCUMENTS.replace("|", " ")} {PLURAL.replace("|", " ")}"""
)
_DETERMINED = (
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Aa]nother|[Tt]h(?:is|at|ese|ose)|"
    r"[Aa]ll|[Bb]oth|[Oo]ther|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]enior|[Ff]ederal|[Ll]ocal|[Ss]tate|[Cc]ity|[Ff]ormer|[Tt]op)"
)
_OF = r"(?:\s(?:for|of|at|from|in|with|to|on|by|who|working|close|familiar|briefed)\s"
_OF += rf"(?:[^.,;:“”\"\ufffc]|{INSIDE}){{2,120}})?"
_SMALL = (
    r"(?:after|during|before|about|when|with|from|that|while|this|last|late|early|to|of|for|at|in|on|by|into|and|but|or|"
    r"\w+ing)\b"
)
ROLE_NOUN = re.compile(
    rf"(?:{_DETERMINED}\s(?:[\w’'\-/.]{{1,30}}\s){{0,6}}?"
    rf"|(?:{UPPER}[\w’'.\-]{{0,30}}\s){{0,4}}(?:(?:{'|'.join(sorted(MODIFIERS))})\s)?)"
    rf"(?:(?i:{SPEAKING_NOUNS})){_OF}\Z|(?:(?!{_SMALL})[a-z][a-z\-]{{2,20}}\s){{0,2}}(?:{PLURAL}){_OF}\Z"
)
"""An office or group with all that belongs to it."""
OPENING_OFFICE = re.compile(
    rf"(?:(?:The|An?|One|His|Her|Its|Their)\s|(?:{UPPER}[\w’'\-]{{1,30}}\s){{0,3}}{UPPER}[\w\-]{{1,30}}[’']s?\s)"
    rf"(?:[\w’'\-]{{1,30}}\s){{0,3}}?(?:{SPEAKING_NOUNS})(?:\s(?:{SPEAKING_NOUNS}))?(?:\sfor\s{UPPER}[\w’'\-]{{1,30}}(?:\s{UPPER}[\w’'\-]{{1,30}}){{0,3}})?(?=\s|,)"
)
"""An office that opens a sentence."""
ENDING_OFFICE = re.compile(
    r"\b(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Ss]ome|[Mm]any|[Oo]ther|[Hh]is|[Hh]er|[Tt]heir)\s(?:[\w’'\-]{1,30}\s){0,2}?)?"
    rf"(?:{SPEAKING_NOUNS})\Z"
)
"""An office that "who" follows."""
_NOT_IN_A_PHRASE = re.compile(
    rf"\b(?:{SAYING}|{NAMING}|comes|came|goes|went|which|that|was|is|are|were|had|has|have|but|when|if|because|while|as|after|before|since|until|would|"
    r"will|could|should|may|might|did|does|do|not|than|then|he|she|they|it|we|I|you|and\s(?:said|then))\b"
)
_PHRASE = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Aa]nother|[Bb]oth|"
    rf"[Tt]his|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|{UPPER}[\w’'\-]{{1,30}}[’']s?)\s\w"
)
SOON = 4
"""Words of an office in which no verb stands; later ones may be a relative clause."""
LONGEST_PHRASE = 14
"""Words of a noun phrase between a quotation and its verb."""
_PAPER = re.compile(rf"(?:.*\s)?(?i:{DOCUMENTS})(?:\s(?:for|of|from|by|to|in|on)\s.*)?\Z", re.DOTALL)
_MANY = re.compile(rf"(?:.*?\s)?(?i:{PLURAL})(?:\s.*)?\Z", re.DOTALL)


def is_office(text: str) -> bool:
    """Whether `text` is the name of an office, a group or a paper that may speak, wherever it stands."""
    found = ROLE_NOUN.match(text) if len(text) <= 160 else None
    return bool(found) and not _NOT_IN_A_PHRASE.search(" ".join(text.split()[:SOON]))


def is_phrase(text: str) -> bool:
    """Whether `text`, which stands right between a quotation and its verb, is a noun phrase."""
    return (
        len(text) <= 160
        and bool(_PHRASE.match(text))
        and len(text.split()) <= LONGEST_PHRASE
        and not _NOT_IN_A_PHRASE.search(text)
    )


def is_paper(text: str) -> bool:
    """Whether what speaks is a text: a statement, a report."""
    return len(text) <= 160 and bool(_PAPER.match(text))


def is_many(text: str) -> bool:
    """Whether who speaks are several."""
    return len(text) <= 160 and bool(_MANY.match(text))
