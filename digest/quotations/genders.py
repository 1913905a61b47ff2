"""Whom "he" and "she" may mean: what a title, a role or a common first name tells."""

from __future__ import annotations

import re

from digest.quotations.cues import MEN, WOMEN, listed

_HE = listed(
    """
    aaron abdul abdullah achim adam ahmed al alain alan albert alex alexander alexei alfred ali allen andre
    andreas andrei andrew angus anthony antoine antonio armin arnold arthur austin barack barry ben benjamin
    bernard bernd bernie bill billy björn bob bobby boris brad bradley brendan brent bret brett brian bruce
    bruno bryan carl carlos chad charles charlie chris christian christoph christophe christopher chuck clarence
    clive colin corey craig dan daniel darren dave david dean dennis derek diego dieter dmitri dmitry dominic
    don donald doug douglas duncan dwight ed eddie edgar edward edwin elijah elon emmanuel eric erik ernest
    eugene evan fabian felix fernando florian francis francisco frank franklin françois fred frederick friedrich
    gareth gary gavin geoff geoffrey george gerald gerard gilles giorgio glen glenn gordon graham grant greg
    gregory guillaume guy gérald günter hamid hans harold harry harvey hassan hector heinz henry herbert herman
    horst howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jacques jaime jake jamal james jan
    jared jason javier jay jean jeb jeff jeffrey jens jeremy jerome jerry jim jimmy joe joel john johnny jon
    jonathan jorge jose joseph josh joshua josé juan julian justin jörg jürgen karl karsten keir keith ken
    kenneth kevin khalid klaus kurt kyle lance larry lars laurent lawrence lee len leo leon leonard leonid lewis
    lindsey lloyd lothar louis lucas luis luke manuel marc marco marcus mario mark markus marshall martin marvin
    mathieu matt matthew matthias maurice max michael michel miguel mike mikhail mitch mitt mohamed mohammad
    mohammed muhammad narendra nathan neil nicholas nick nicolas nigel nikolai noah norman olaf oleg oliver
    olivier omar oscar otto owen pablo patrick paul pavel pedro pete peter phil philip philippe phillip pierre
    rafael rahul rainer ralf ralph randy ray raymond recep reince ricardo rich richard rick ricky rob robbie
    robert roberto rodney rodrigo roger roland ron ronald roy rudolph rudy rupert russell ryan salman sam samuel
    scott sean sebastian sergei sergey seth shane shaun shigeru simon stanley stefan stephan stephen steve
    steven stuart sven sébastien ted terrence terry thomas thorsten tim timothy tobias toby todd tom tommy tony
    torsten travis trevor uwe vernon victor viktor vincent vladimir volodymyr wade walter warren wayne wesley
    william willie winston wolfgang xavier yusuf yves zach zachary éric александр алексей андрей андрій виктор
    владимир володимир віктор дмитрий дмитро иван игорь микола михаил михайло николай олег олександр олексій
    павел петр петро пётр сергей сергій юрий іван ігор"""
)
_SHE = listed(
    """
    abigail agnes agnès aisha alexandra alice alicia alison allison amanda amber amelia amy ana angela angelika
    angelina anita anja ann anna annalena anne annette annie ashley audrey barbara beatrice becky belinda bella
    bernadette beth betsy betty beverly birgit bonnie brenda brianna bridget brittany camilla carla carly carmen
    carol caroline carolyn carrie catherine cathy cecilia charlotte chelsea cheryl chloe christina christine
    cindy claire clara claudia colleen condoleezza connie courtney crystal cynthia daisy danielle dawn debbie
    deborah debra denise diana diane dianne dolores donna dora doris dorothy edith eileen elaine eleanor elena
    elisabeth elise elizabeth ella ellen elsa emily emma erica erin esther eva eve evelyn faith fatima felicia
    fiona florence frances gabriela gabriele gail geraldine gina ginny gladys gloria greta gwen hannah harriet
    hazel heather heidi heike helen helena hillary holly huma ida inga ingrid irene iris isabel isabella
    isabelle ivanka jackie jacqueline jana jane janet janice jasmine jeanne jenna jennifer jenny jessica jill
    joan joann joanna joanne jodi johanna josephine joy joyce judith judy julia juliana julie juliet june
    justine kamala karen karin kate katherine kathleen kathryn kathy katie katja katrina kayleigh kellyanne
    kerstin kimberly kirsten kirstjen kristen kristin kristina krysten laura lauren leah lena lenora lily linda
    lisa liz lois loretta lori lorraine louise lucia lucy lucía lydia lynn mabel madeleine madeline maggie malia
    mara marcia margaret margot maria marian marianne marie marilyn marina marine marion marjorie marta martha
    mary maureen maxine megan meghan melania melanie melinda melissa mercedes mia michelle mildred miranda
    miriam molly monica monika nadia nancy naomi natalia natalie natasha nathalie nicola nicole nikki nina nora
    norma olga olivia pamela patricia patty paula pauline penelope penny petra phyllis pilar priscilla priti
    rachel rachida rebecca regina renee rhonda rita roberta rosa rose rosemary rosie ruth sabine sabrina sally
    samantha sandra sara sarah shannon sharon sheila shelley sheri sherry shirley silke silvia simone sofia
    sonia sophia sophie stacey stacy stella stephanie susan susana susanna susanne suzanne svetlana sylvia
    sylvie tamara tammy tania tanya tara tatiana teresa theresa tiffany tina tracy tulsi ulrike ursula valerie
    valérie vanessa vera veronica vicki victoria viola virginia vivian wanda wendy whitney winnie yolanda yulia
    yvette yvonne zoe élisabeth анна ганна дарина дарья екатерина елена ирина катерина мария наталья наталія
    оксана олена ольга светлана світлана татьяна тетяна юлия юлія ірина"""
)
_EITHER = frozenset(("jean", "lee", "leslie", "alex", "francis", "marion", "sam", "chris", "ray", "jackie"))
_HIS_ROLE = re.compile(
    r"\b(?:spokesman|chairman|congressman|businessman|councilman|policeman|fireman|fisherman|father|grandfather|"
    r"husband|brother|son|uncle|nephew|boyfriend|king|prince|duke|actor|priest|imam)\b"
)
_HER_ROLE = re.compile(
    r"\b(?:spokeswoman|chairwoman|congresswoman|businesswoman|councilwoman|policewoman|mother|grandmother|mum|mom|"
    r"wife|sister|daughter|aunt|niece|girlfriend|queen|princess|duchess|actress|nun|widow)\b"
)
_REST = re.compile(r",|\b(?:of|for|to|at|in|with|from|by|who|whose|and)\b")
UNNAMED = {
    "he": re.compile(
        r"\b(?:man|boy|father|husband|brother|son|uncle|nephew|boyfriend|gentleman|grandfather)\b", re.IGNORECASE
    ),
    "she": re.compile(
        r"\b(?:woman|girl|mother|wife|sister|daughter|aunt|niece|girlfriend|lady|grandmother|widow|actress)\b",
        re.IGNORECASE,
    ),
}
"""Nouns that a pronoun may mean."""


def by_title(words: str) -> str | None:
    """The pronoun that the title before a name tells: Mr. is he."""
    titles = set(words.lower().split())
    return "he" if titles & MEN else "she" if titles & WOMEN else None


def pronoun_of(name: str, role: str | None) -> str | None:
    """The pronoun of who has this name and role; None where neither tells."""
    head = _REST.split(role or "", maxsplit=1)[0]
    his, her = bool(_HIS_ROLE.search(head)), bool(_HER_ROLE.search(head))
    if his != her:
        return "he" if his else "she"
    first = name.partition(" ")[0].lower()
    if first in _EITHER:
        return None
    return "he" if first in _HE else "she" if first in _SHE else None
