"""Words of English headlines: those that are never names, those that seldom are, and those that always are."""

from __future__ import annotations

import re


def _listed(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"\S+", words))


SMALL = _listed(
    """
    a about above across after against ahead all along although am amid among an and another any are around as
    at away back be because been before behind being below beneath beside between beyond both but by can could
    despite did do does down during each either every few for from further had has have he her here hers him his
    how if in inside into is it its itself just least less like may me might mine more most must my near neither
    never no nor not now of off on once only onto or other our ours out outside over own past per rather same
    shall she should since so some soon still such than that the their theirs them themselves then there these
    they this those though through till to together too toward towards under until unto up upon us versus very
    via was we were what whatever when where whether which while who whom whose why will with within without
    would yet you your yours
    """
)
"""What is no name, wherever it stands."""
BETWEEN = _listed(
    "a an and as at but by for from if in into nor of off on onto or out over per so than the to up upon via vs with"
)
"""Those of them that are small in titles set in capitals, too."""
COMMON = _listed(
    """
    accord action aid air alliance analysis army arms attack attacks ban bank battle bid big bill black blow
    boost border bring brings build builds business buy call calls camp camps capital case cases cause challenge
    change changes chief child children cities citizens city climate close closes coal coast cold come comes
    company control cost costs country coup court crackdown crime crisis crop culture cut cuts danger data day
    days dead deal deals death deaths debate debt decade decades deep defence defense demand dilemma doctor door
    draft dream drought early east economy education election elections end ends enemy energy envoy era export
    exports face faces fall falls family farm farmers fear fears fight fights film final find finds fire first
    flood floods food force forces foreign free freedom friend friends front fuel future gain gains game gas get
    gets girl girls give gives global go goal goes gold good government grain great ground group grow grows
    growth gun guns hand hands hard hate head heads health heat help helps high history hit hits hold holds home
    hope hopes hospital hour hours house human hunger idea ideas import imports interview issue job jobs join
    joins journalist journalists judge key kill killed kills king land language last late law laws lead leader
    leaders leads left lesson lessons letter liberty life limits line list live lives local long look looks lose
    loses loss lost love low make makes man many map market markets mass media meet meets men migrants military
    minister minority money month months mother move moves mystery name names nation national natural nature
    need needs neighbor neighbors neighbour neighbours new news next night north nuclear oil old open opens
    order outlook pact paper part party peace people person picture pipeline place plan plans play plays police
    policy poor port ports power powers press price prices prison problem profile project protest protesters
    protests public push put question questions quiet race rail rain raise raises reach read ready real red
    reform refugees region report reporter reporters rescue review rich right rights rise rises risk risks river
    road role route rule rules run runs safe sale sales sanctions save say says scandal school schools science
    sea search season secret security see sees sell seek seeks sentence service set sets shadow shape ship ships
    short show shows side sign signs silence silent sky slow small soldier soldiers south space speech spring
    stand stands star start starts state states steel step steps stop stops storm story strategy street strike
    strikes strong student students summer summit supply support surge talk talks target tax taxes tea teacher
    teachers tech test tests threat threats tide tides tie ties time times tool top town trade trap treaty trial
    trip troops trouble truth turn turns unrest vaccine victim victims victory video view vote voters votes wait
    waits wake wall want wants war wars watch water waters way ways weapon weapons week weeks well west wheat
    white win wind winds winner wins winter wire woman women word words work worker workers works world worst
    year years young youth
    diary engineer engineers farmer share shares vow vows
    """
)
"""What is seldom a name, for records whose text we do not have."""
CREEDS = _listed(
    """
    allah bible buddhist buddhists catholic catholics christian christians christmas covid god hindu hindus
    islam islamic islamist islamists jewish jews kremlin koran muslim muslims nazi nazis nobel olympic olympics
    orthodox protestant quran ramadan soviet soviets sunni shia taliban turkic tsarist uyghur uyghurs uighur
    uighurs
    """
)
"""Creeds, peoples and feasts, beside those that other tables have."""
