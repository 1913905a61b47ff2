"""The capitalised words that are nobody's name: openers of sentences, months, weekdays, headline words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from digest.countries import peoples
from digest.dates.words import MONTHS, WEEKDAYS


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


ENGLISH = _listed(
    """
    a about above according across actually additionally after afterward afterwards again against ahead all almost
    along already also although always amid amidst among amongst an and another any anybody anyone anything anyway
    apart are around as ask asked asking at away back based be because been before behind being below beneath beside
    besides between beyond big both briefly but by can cannot certainly clearly come compared concerning consequently
    considering could currently despite did do does doing don't down due during each earlier early either elsewhere
    even eventually ever every everybody everyone everything exactly except explained far few finally first firstly
    following for formerly fortunately from further furthermore generally get given go had has have having he hence
    her here hers herself high him himself his historically how however i if imagine importantly in inside instead
    interestingly into is it its itself just keep last lastly late later least less let like likewise long look made
    maintaining make many maybe me meanwhile more moreover most mostly much must my myself near nearly neither never
    nevertheless next no nobody none nonetheless nor not nothing notably noting now nowhere obviously of off often oh
    ok okay old on once one only onto or other others otherwise ought our ours out outside over overall own part past
    per perhaps photo please plus possibly presumably previously probably quite rather read really recent recently
    regarding reportedly right roughly said same say saying says second secondly see seemingly seems several shall she
    should similarly simply since so some somebody somehow someone something sometimes somewhere soon speaking
    specifically still strictly subsequently such sure surely take thank thanks that the their theirs them themselves
    then there thereafter therefore these they thing things third thirdly this those though three through throughout
    thus to today together tomorrow tonight too toward towards two typically ultimately under unfortunately unless
    unlike until up upon us used usually various very via was watch we well were what whatever when whenever where
    whereas wherever whether which while who whoever whole whom whose why with within without would yes yesterday yet
    you young your yours yourself four five six seven eight nine ten hundred thousand million billion none editor's
    note photos image images video source sources update updated breaking live exclusive opinion analysis
    advertisement subscribe share dear hello hi mr's ago today's that's it's he's she's there's here's i'm i've i'll
    i'd we've we'll we're you're they're don't didn't isn't can't won't let's what's who's people experts officials
    critics analysts women men children students workers police activists protesters residents supporters opponents
    authorities scientists researchers election elections government war peace life death love time news world"""
)
OTHERS = {
    "de": _listed(
        """
    aber alle allem allen aller alles als also am an anders auch auf aus bei beim bereits bis da dabei dadurch dafür
    damals damit danach daneben dann daran darauf darum das dass dazu dein dem demnach den denn der deren des deshalb
    dessen die dies diese diesem diesen dieser dieses doch dort durch eben ein eine einem einen einer eines einige er
    erst es etwa etwas euch für ganz gegen gerade gestern hat hatte heute hier hinter ich ihm ihn ihnen ihr ihre ihrem
    ihren ihrer im immer in indem ins inzwischen ist ja jede jedem jeden jeder jedes jedoch jene jetzt kann kein keine
    laut man manche mehr mein meine mit morgen nach nachdem nämlich nein nicht nichts noch nun nur ob obwohl oder ohne
    schon sehr sein seine seinem seinen seiner seit seitdem sich sie sind so sogar sondern sonst soll später statt
    trotz über um und uns unser unter viele vielleicht vom von vor während war waren warum was weil weiter weitere
    welche wenn wer werden wie wieder wir wird wo wurde zu zudem zum zunächst zur zwar zwei zwischen zuvor foto bild"""
    ),
    "fr": _listed(
        """
    à afin ailleurs ainsi alors après au aujourd'hui aussi autre aux avant avec ce cela celle celui ces cet cette
    chaque comme comment contre dans de depuis des devant du elle elles en encore enfin ensuite entre est et hier ici
    il ils je jusqu'à la le les leur leurs lors lorsque mais malgré même moins mon non notre nous on or ou où par
    parce parmi pendant peu plus plusieurs pour pourquoi pourtant puis quand que quel quelle quelques qui quoi sa sans
    selon ses si son sous sur tandis toujours tous tout toute toutefois toutes très trois un une vers voici voilà vous
    y photo deux"""
    ),
    "cyrillic": _listed(
        """
    а без более бы был была были было быть в вам вас ведь весь вместе во вот все всё вы где да даже два для до его ее
    её если есть еще ещё же за здесь и из или им именно их к как какие какой ко когда который кроме кто ли лишь между
    меня мне многие может можно мой мы на над нам нас наш не него нее неё нет ни них но ныне о об обо однако около он
    она они оно от отметим очень пока под позже после потом потому почему почти при про ранее с сам самый свой сегодня
    сейчас со согласно среди так также такие такой там тем теперь то тогда того тоже только том тот три ты у уже фото
    хотя через чем что чтобы эта эти это этого этой этом этот эту я вчера завтра або але без біля був була були було в
    вже ви він вона вони все є за з зі і й його її із їх коли крім ми на не ні під після по при про та так також там
    те ти то тому у це цей ця чи що як який якщо"""
    ),
}
"""Words of other languages that may open a sentence, for texts in them."""
NOT_NAMES = _listed(
    """
    muslim muslims christian christians jewish jew jews arab arabs islamic islamist islamists catholic catholics
    orthodox protestant protestants hindu hindus buddhist buddhists sunni shia shiite western eastern northern
    southern soviet tsarist nazi communist communists socialist democrat democrats democratic republican republicans
    conservative conservatives labour liberal liberals green greens marxist fascist turkic slavic nordic baltic balkan
    arabic latin gothic roman greek jihadist zionist hispanic asian african european american americans europeans
    asians africans uyghur uyghurs uighur uighurs kazakh kazakhs kyrgyz tatar tatars roma cossack cossacks chechen
    chechens kurdish kurd kurds tibetan tibetans hui han pashtun tajik hazara bosniak serb croat persian sinophobia
    covid covid-19 internet bible koran quran olympics olympic olympian brexit holocaust ramadan christmas easter god
    allah lord west east north south anglo-saxon iranian english russian-led pro-russian pro-kremlin anti-american
    anti-chinese anti-islamic indo-pacific sino-soviet sino-russian pan-chinese kazakh-chinese chinese-russian
    russo-ukrainian russian-chinese belt road initiative victorian edwardian elizabethan jamaican-american
    constitution bundesliga champions cup medal award prize nobel sakharov grammy oscar emmy pulitzer deutsche
    deutschen deutscher deutsches russische russischen russischer ukrainische ukrainischen europäische europäischen
    amerikanische amerikanischen chinesische chinesischen"""
)
"""Peoples, creeds and events: proper adjectives, but no entity."""


@cache
def calendar() -> frozenset[str]:
    """The months and weekdays of every language, in small letters."""
    rows = (*MONTHS.values(), *WEEKDAYS.values())
    forms = (form for row in rows for forms in row.split() for form in forms.split("|"))
    return frozenset(form.lower() for form in forms if len(form) > 2)


@cache
def stops(tongue: str) -> frozenset[str]:
    """The words that begin sentences in a text of that tongue."""
    return OTHERS.get(tongue, frozenset()) | (ENGLISH if tongue in ("en", "cyrillic") else frozenset())


@cache
def adjectives() -> frozenset[str]:
    """Peoples and proper adjectives, in small letters, singular and plural."""
    named = {name.lower() for name in peoples()}
    return frozenset(named | {name + "s" for name in named} | NOT_NAMES)


MARKS = {
    "de": _listed("der die das und nicht ist mit den von sich ein eine auch wird dem für"),
    "fr": _listed("le la les des et est une dans que pour qui du pas sur au"),
    "en": _listed("the of and to in that is was for on with as by it at from"),
}
"""The small words that tell a language."""


def tongue_of(words: Iterable[str]) -> str:
    """Whether a text is German, French, in Cyrillic letters, or of another kind, read as English is.

    >>> tongue_of("der Mann und die Frau".split()), tongue_of("the man and the woman".split())
    ('de', 'en')
    """
    met = Counter(words)
    counts = {tongue: 3 * sum(met[mark] for mark in marks) for tongue, marks in MARKS.items()}
    counts["cyrillic"] = sum(count for word, count in met.items() if "\u0400" <= word[0] <= "\u052f")
    best = max(counts, key=lambda tongue: counts[tongue])
    return best if counts[best] else "en"
