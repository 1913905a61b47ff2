"""What an author does, where a byline says so without a comma."""

from __future__ import annotations

import re

from digest.extract.byline_forms import PARTICLE, WORD

_RANKS = r"Senior|Chief|Deputy|Associate|Assistant|Special|Contributing"
_FIELDS = (
    r"Senior|Chief|Deputy|Associate|Assistant|Executive|Managing|Contributing|Staff|Special|National|World|Foreign|"
    r"International|Global|Diplomatic|Political|Politics|Parliamentary|Economics?|Business|Financial|Markets|Energy|"
    r"Environment|Climate|Security|Defen[cs]e|Military|Science|Health|Technology|Investigations|News|Data|Legal|Home|"
    r"Lifestyle|Features?|Sports?|Football|Culture|Entertainment|Royal|Crime|Education|Travel|Showbiz|Digital|Live|"
    r"Affairs|Asia|Central Asia|South Asia|Africa|Europe|European|Eurasia|Middle East|Americas?|US|UK|EU|UN|China|"
    r"Russia|Ukraine|India|Japan|Korea|Turkey|Iran|Germany|France|Kremlin|Brussels|Beijing|Moscow|Kyiv|Washington|"
    r"Berlin|Paris|London|Delhi|Tokyo|Hong Kong|Shanghai|Istanbul"
)
NAME_AND_ROLE = re.compile(
    rf"(?P<author>{WORD}(?: (?:{PARTICLE} )?{WORD}){{1,2}}?)"
    rf"(?:,? (?:{_RANKS})(?: [A-Z][\w'’-]{{1,14}}){{0,3}}|(?:,? (?:{_FIELDS}|[a-z]{{3,14}})){{0,4}})"
    r" (?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Aa]nalyst|[Jj]ournalist|[Bb]ureau [Cc]hief)"
    r"(?: (?:in|for|at) .{2,50})?"
)
"""A line that names its author and, without a comma, what he does: "Ann Lee Senior China correspondent"."""
