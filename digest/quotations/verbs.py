"""English verbs of saying, and the nouns and participles that stand for them."""

from __future__ import annotations

import re


def _any(words: str) -> str:
    """An alternation of words, the longest first; "_" stands for a space."""
    return "|".join(re.escape(word).replace("_", r"\ ") for word in sorted(words.split(), key=len, reverse=True))


SAYING = _any(
    """
    said says say told tells tell added adds add wrote writes write asked asks explained explains noted notes argued
    argues stated states declared declares insisted insists warned warns replied replies continued continues concluded
    concludes recalled recalls acknowledged acknowledges admitted admits announced claimed claims commented comments
    confirmed confirms complained complains conceded concedes cautioned cautions countered counters cried quipped
    quips joked jokes remarked remarks responded responds
    reiterated reiterates observed observes maintained maintains lamented laments predicted predicts promised promises
    pledged shouted shouts yelled
    suggested suggests tweeted tweets retweeted testified testifies urged urges vowed vows exclaimed emphasized
    emphasised emphasizes
    stressed stresses asserted asserts alleged alleges boasted boasts mused muses recounted recounts proclaimed
    proclaims posted posts thinks believes
    remembered remembers put_it puts_it opined contended contends charged charges fumed
    deadpanned bragged ranted groused griped scoffed pleaded implored
    advised advises demanded demands answered answers elaborated chanted chants intones assured assures found_that
    yells cries exclaims chants pleads scoffs barked
    has_written have_written had_written worried worries swore confessed confided echoed exhorted grumbled
    pointed_out points_out raged reasoned rebutted reminded retorted roared seethed shot_back surmised
    taunted theorized thundered trumpeted demurred exulted gushed hit_back fired_back weighed_in admonished reassured
    emailed e-mailed blogged lectured protested doubled_down chimed_in piled_on hinted joked jeered"""
)
AFTER_ONLY = _any(
    """
    crowed snarled groaned bellowed hollered mumbled croaked beamed shrugged recited whined purred
    began begins offered detailed wondered wonders reasoned thundered snapped shot_back intoned chimed_in repeated
    repeats marveled marvelled clarified enthused teased sneered hissed screamed whispered murmured muttered hinted
    revealed reveals signaled hoped hopes feared feared laughed smiled sighed found finds read reads went_on_to_say
    interrupted interjected concurred agreed protested objected chuckled countered
    pressed ventured volunteered summarized summed_up"""
)
"""What may also mean something else, unless it stands with its subject right behind a quotation."""
NAMING = _any(
    """
    called calls call described describes deemed deems dubbed termed labeled labelled branded praised praises denounced
    denounces condemned condemns criticized criticised criticizes blasted blasts slammed slams mocked ridiculed
    dismissed dismisses characterized characterised hailed derided attacked decried rejected
    defended defends portrayed portrays touted lauded bemoaned likened justified
    figured implied mentioned proposed questioned speculated argue insist contend believe acknowledge concede
    complain predict suggest maintain worry agree agreed ruled informed intimated reflected
    chided scolded lambasted rebuked berated skewered savaged hammered bashed ripped assailed excoriated faulted
    castigated chastised disparaged belittled panned decries hails lauds applauded applauds commended congratulated
    welcomed celebrated heralded championed depicted depicts painted compared compares likens equated hyped invoked
    invokes railed_against rails_against lashed_out_at deplored brands labels describe mocks ridicules derides dismiss
    denounce deem considers considered pronounced
    accused accuses blamed blames thanked thanks cited cites referenced apologized apologised"""
)
SAYING_SO = _any(
    """
    bragging boasting complaining acknowledging conceding lamenting recalling predicting urging demanding replying
    responding remarking observing maintaining alleging contending testifying
    saying adding telling writing noting arguing declaring warning insisting explaining asking claiming stating
    calling stressing tweeting describing quipping joking suggesting concluding asserting shouting announcing
    worrying mocking ridiculing slamming blasting criticizing condemning hailing lauding labeling branding dubbing
    deriding decrying attacking pledging assuring reminding reassuring citing invoking ordering begging pleading chiding
    proclaiming exclaiming proposing pointing_out swearing
    promising vowing accusing referring_to dismissing denouncing praising"""
)
SAID = re.compile(rf"\b(?:{SAYING})\b")
SAID_AFTER = re.compile(rf"\b(?:{SAYING}|{AFTER_ONLY})\b")
SAID_ANY = re.compile(rf"\b(?:{SAYING}|{NAMING}|{SAYING_SO}|reads?)\b")
NAMED_BEFORE = re.compile(rf"(?:{NAMING}|referred to)\Z")
SAID_BEFORE = re.compile(rf"\b(?:{SAYING}|{NAMING}|referred to|refers to|reads?)\b")
SAYING_SO_BEFORE = re.compile(rf"\b(?:{SAYING_SO})\b")
_NOUN = re.compile(
    r"\b(?:the|a|an|his|her|their|its|our|my|those|these|such|any|no|some|all|many|of|in|for|from|with|about|false|new|recent|"
    r"\w+[’']s)\s\Z",
    re.IGNORECASE,
)


def verbs_in(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The verbs in `text`, without nouns that look like one: "dismissed the claims"."""
    found = pattern.finditer(text)
    return [verb for verb in found if not _NOUN.search(text, max(0, verb.start() - 20), verb.start())]


AS_SAYING = re.compile(
    r"\b(?:quoted|quotes|quoting|cited|cites|citing)\s(?P<who>[^,;:“”\"\ufffc]{2,120}?)\sas\s(?:saying|having said)\b"
)
WAS_QUOTED = re.compile(
    r"(?P<who>[^,;:“”\"\ufffc]{2,120}?)\s(?:was|were|is|has been)\s(?:also\s)?(?:quoted|cited)\s"
    r"(?:(?:by|in|on)\s[^,;:“”\"\ufffc]{2,80}?\s)?as\s(?:saying|having said)\b"
)
SAYING_NOUN = re.compile(
    r"(?:\s[\w\-]{1,20}){0,3}?\s(?:claims?|statements?|remarks?|comments?|promises?|pledges?|tweets?|suggestions?|assertions?|"
    r"allegations?|arguments?|warnings?|words?|view|belief|complaints?|declaration|contention|insistence|call|vow|"
    r"description|observation|admission|quip|response|answer|reply|explanation|message|question|characterization)"
    r"(?:\s(?:on|in|to|from|about|during|last|this|at)\s[^.,;:“”\"\ufffc]{2,60})?"
    r"(?:\s(?:that|of|as|is|was|were|are)(?:\s[^,.;:“”\"\ufffc]{1,60})?)?[,:]?\s*(?:—|–|--|-)?\s*\Z"
)
"""What follows the owner of words: "'s claim that", "'s response was"."""
