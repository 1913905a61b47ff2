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
    abandon accuse add admit agree aim anger announce anti appeal approve arrest arrive ask auction award back backlash
    block boom brace brief budget campaign car cease ceasefire charge charter clash collapse condemn condemns confirm
    consider corridor corruption curb dam deepen delay deny deploy depot detain dialogue diplomat dismiss dispute double
    drill drone drop drought dump ease embassy emerge engine escalate evacuate exile expand expect expel explain exploit
    explosion extend face factory fail feud fine fleet flee flight flow focus foil followed fraud freeze friction fund
    fuss glut grip grow halt heir historic hostage host hunt illegal impose increase inflation inmate inquiry inquest
    invest journey jump launch lab lawmaker lend lesser link loan loom loss lure maker merger migrant mine mineral
    missile mission mood motion mull mutiny nears negotiate nerve nod nominee offer official offshore oust overhaul
    oversight owner pay pensions pipelines pledge plead plot plunge poll poverty praise premier prepare president pro
    probe production project propose prosecute prosecutor provide prove quake quarrel quell quit rally ramp rate rebel
    rebuke recall record reject relation relations release remain repeal replace reply require reserve reshape resign
    resist resolve respond restore resume return reveal revive revolt rift roast roil row rumor rumour rush sack scale
    scheme score scrap seize send seat sentence shake shelter shift shock shortage shrink shut slam slash slip slump
    smuggle smuggler soar solar source spark spat spend spill spread spur spy stake stall stance stem stoke strain
    stricter struggle submarine submit sue suffer suit suspect suspend swap sway swing tackle tanker tariff teams
    tension terror thaw thing topple torn tough track tractor traders traffic trail transit travel trigger truce try
    tumble turmoil tussle uncertain undercut undermine unity unveil upgrade urge vanish vehicle venture verdict vie
    village violence visa visit volatile vote warehouse warn wave weaken weigh welcome widen wield withdraw witness
    worry wound wreck yield
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
PEOPLE = _listed(
    """
    art ball banks bath bell best bill bird black blair bloom bond booth boss bridge brooks brown bush butcher butler
    buck camp case cash chance chase church cooper cook court crane cross day dean drake drum fair farmer farmers field
    fields finch fisher flood flower flowers ford forest foster fox frank freeman frost gates glass good grace grant
    grave graves green grey gray grove hall hand hardy harding hart head heath hill hills holder holmes hood hook hope
    horn house hunt hunter joy judge keating key king kings knight lake lane law lay lee legal little lock long lord
    love major manning march mark marsh mason may mayor mercy miller mills moon moore nash noble north oak page park
    parker parks peace pearl pike pitt pool poole pope porter post potter power powers price rains read reed reeves rice
    rich ring rivers robin rock rose rush sharp shepherd shore short silver singer skinner slaughter small smart snow
    south sparks speaker spring steel sterling stern stone street strong summer summers swift tanner taylor temple
    thatcher todd town trump turner tyler underwood wade waits walker wall waller ward warden warren waters way weaver
    webb weeks welles wells west wheat wheeler white wild winter winters wise wolf wood woods woodward worth young
    boeing browning constable clement clements cummings cushing downing fleming golding guinness hastings irving
    jennings rawlings reading trinity felicity
    """
)
"""Words that are family names, too: after another name they may be one."""
DOUBLE = _listed(
    """
    academy agency agreement alliance army assembly association authority bank bay board bureau canal cape capital
    channel charter church club coast college commission committee company conference congress convention corps council
    court day department desert district east empire exchange federation force forces forum foundation front fund
    gate group guard guards gulf hall harbor harbour house initiative institute international island islands journal
    korea lake league mail ministry monitor month mountain mountains movement museum news north observer ocean office
    organisation organization pact palace parliament party pass peninsula plan point port post press prison project
    protocol river road sea senate service society south square station straits strait stream street summit support
    theater theatre times tower treaty tribunal trust union university valley wall war west wing works year
    """
)
"""Words that end the names of bodies and places: after another name without an article they may belong to it."""
TOWNS = _listed("bath battle cork deal hull march nice police reading sandwich wells") - {"police", "march"}
"""Words that are towns after "in" or "from"."""
BODIES = tuple(
    " ".join(line.split())
    for line in """
    African Union; Al Jazeera; Amnesty International; Amu Darya; Arab League; Arab Spring; Arctic Ocean; Atlantic Ocean
    Asian Development Bank; Associated Press; Aral Sea; Baltic Sea; Bank of England; Bank of Japan; Bay of Bengal
    Belt and Road; Belt and Road Initiative; Berlin Wall; Big Tech; Black Sea; Boxing Day; Bretton Woods; Capitol Hill
    Caspian Sea; Central Asia; Central Asian; Central Bank of Russia; Champions League; Chinese New Year
    Christian Democrats; Cold War; Communist Party; Conservative Party; Coast Guard; Defense Department; Downing Street
    Democratic Party; Development Bank; East Asia; East Asian; East Africa; East African; Eastern Europe; Eiffel Tower
    Eastern European; Economic Forum; European Bank; European Central Bank; European Commission; European Council
    European Court; European Parliament; European Union; Eurasian Economic Union; Federal Reserve; Financial Times
    First World War; Five Eyes; Foreign Office; Free Democrats; Gaza Strip; General Assembly; Global Times; Golden Horde
    Good Friday; Great Britain; Great Hall of the People; Great Firewall; Great Wall; Green Party; Gulf of Aden
    Gulf of Oman; Gulf War; Gulf States; Holy See; Home Office; Horn of Africa; House of Commons; House of Lords
    House of Representatives; Human Rights Watch; Indian Ocean; Inner Mongolia; International Criminal Court
    International Monetary Fund; Islamic State; Ivory Coast; Iron Curtain; Iron Dome; Justice Department
    Korean War; Kuril Islands; Labor Party; Labour Party; Latin America; Latin American; Long March; Mediterranean Sea
    Middle East; Middle Eastern; Moscow Times; Muslim Brotherhood; National Guard; Near East; New Year; New York
    New York Times; Nobel Peace Prize; Nobel Prize; Nord Stream; North Africa; North African; North America
    North American; North Atlantic; North Caucasus; North Pole; North Sea; Northern Ireland; Northern Sea Route
    Notre Dame; Olympic Games; Orange Revolution; Pacific Ocean; People’s Daily; People’s Liberation Army
    Persian Gulf; Power of Siberia; Prague Spring; Premier League; Radio Free Asia; Radio Free Europe; Red Army
    Red Crescent; Red Cross; Red Guards; Red Sea; Reform UK; Republican Party; Revolutionary Guard; Revolutionary Guards
    Saudi Arabia; Scotland Yard; Sea of Azov; Sea of Japan; Second World War; Security Council; Silicon Valley
    Shanghai Cooperation Organisation; Shanghai Cooperation Organization; Silk Road; Silk Road Fund; Social Democrats
    South America; South American; South Asia; South Asian; South China Morning Post; South China Sea; Southeast Asia
    Star Wars; State Department; State Duma; Strait of Hormuz; Suez Canal; Supreme Court; Supreme Leader; Syr Darya
    Taiwan Strait; Three Gorges; Tiananmen Square; Treasury Department; Ukraine War; United Front; United Nations
    Vietnam War; Wall Street; Wall Street Journal; Warsaw Pact; Washington Post; West Africa; West African; West Bank
    West Coast; East Coast; Western Europe; Western European; White House; White Paper; Winter Olympics; World Bank
    World Cup; World Economic Forum; World Health Organization; World Trade Organization; World War; World War I
    World War II; Yellow River; Yellow Sea
    """.replace("\n", ";").split(";")
    if line.strip()
)
"""Names of several words, each of them common by itself."""
