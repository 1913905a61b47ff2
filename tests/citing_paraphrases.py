"""Invented articles, sentences that say in other words what they say, and sentences that do not."""

# ruff: noqa: E501 — a sentence a line reads best

from __future__ import annotations

ARTICLES: dict[str, tuple[str, ...]] = {
    "harbour": (
        "The port of Lenz will stay closed until at least 14 April, harbour master Ivo Brandt said on Tuesday, after ice"
        " up to 90 centimetres thick trapped fourteen barges in the northern channel.",
        "Two icebreakers chartered from Oost are expected on Friday. They will cost the port authority about 1.2 million"
        " crowns a week, the deputy treasurer, Maud Kessel, told reporters.",
        "The last time the channel froze for so long was the winter of 1987, when the salt company Halden had to send its"
        " cargo by rail to the coast.",
        "Fishermen have asked the board for compensation. About 340 families in the estuary live on herring, and none of"
        " the boats has left its berth since February.",
    ),
    "dam": (
        "Engineers found 23 cracks in the Veldra dam during an inspection in June, according to a report that the"
        " energy ministry published on its website without announcement.",
        "The dam, finished in 2004 with a loan of $480 million from the Levant Development Bank, supplies a third of the"
        " electricity of the province of Tarsk.",
        "Professor Lidia Moreno of the Institute of Hydrology warned that the spillway gates had not been tested since"
        " 2019 and that a flood like that of last spring could overtop the wall.",
        "The ministry has lowered the reservoir by six metres and plans to spend 75 million on repairs before the rains.",
    ),
    "vaccine": (
        "Health officials in Korvia began vaccinating 60,000 children against measles on Monday after an outbreak in"
        " the camps near Sadel killed at least eleven.",
        "Fewer than half of the children in the district had received a second dose, a survey by the aid group MedAlliance"
        " showed in September.",
        "Cold boxes were held up for nine days at the Rumel crossing because the customs office demanded a new permit,"
        " said the group’s coordinator, Tomas Ayele.",
        "The regional governor denied that and blamed the delay on a strike of lorry drivers.",
    ),
    "election": (
        "The Reform Alliance lost its majority in the Drovian parliament on Sunday, taking 71 of 150 seats, seventeen"
        " fewer than four years ago, the electoral commission said.",
        "Turnout fell to 48 percent, the lowest since independence, and in the mining towns of the Kessar valley barely"
        " a third of voters came to the polls.",
        "Party leader Nadja Orlo ruled out a coalition with the Agrarian League, whose chairman has called for a"
        " referendum on the fishing treaty with Norrland.",
        "Observers from the Continental Council reported that ballot papers had run out in 212 polling stations.",
    ),
    "factory": (
        "The carmaker Brenn will shut its engine plant in Ostheim by the end of 2032 and cut 2,900 jobs, the company"
        " announced on Thursday.",
        "Production of electric drives will move to Szalok, where Brenn received a tax holiday of ten years from the"
        " regional government.",
        "The metalworkers’ union called the decision a breach of the agreement signed in 2027, which ruled out"
        " dismissals for five years, and threatened to strike in all six German plants.",
        "Shares in Brenn rose by 3.4 percent in Frankfurt.",
    ),
    "museum": (
        "The national museum of Palmar returned 38 bronze figures to the kingdom of Ibara, more than a century after"
        " soldiers carried them off from the palace.",
        "The director, Helene Vogt, said that another 112 objects were being examined and that most of them would be"
        " handed over within three years.",
        "Ibara plans to show the bronzes in a new building by the architect Sefu Adeyemi that opens next autumn.",
        "A descendant of the last king thanked the museum but asked for the ivory mask, which is not on the list.",
    ),
    "cable": (
        "An undersea cable between Tarnholm and the Isle of Skerra was cut on the night of 7 November, the operator"
        " NordLink said, leaving 21,000 households without internet.",
        "The coast guard is questioning the crew of the tanker Meridian Star, which had switched off its transponder for"
        " three hours while it crossed the area.",
        "It was the third such incident within eighteen months. In March 2030 a fishing trawler had dragged its anchor"
        " over the same line.",
        "Repairs could take up to five weeks because only two ships in the region carry the necessary equipment.",
    ),
    "water": (
        "Farmers in the Alkor basin will receive 40 percent less water for irrigation this summer under an emergency"
        " decree signed by Prime Minister Rustam Beli on Wednesday.",
        "Snowfall in the Tessin mountains was the lowest in 52 years, and the Karsu reservoir is filled to only 18"
        " percent.",
        "Rice will be banned altogether. Growers who switch to sorghum are to be paid 900 dinars a hectare.",
        "The upstream republic of Sarmat has refused to release more water from its Toktar station until an old debt for"
        " natural gas is settled.",
    ),
    "court": (
        "A court in Belmar sentenced the newspaper editor Paulo Reis to four years in prison for revealing that the"
        " interior minister’s brother owned a private jail.",
        "The judge, Amalia Conde, rejected 26 of the 27 witnesses whom the defence had named.",
        "Reis’s paper, O Farol, has been printed abroad since police sealed its press in August; its website is blocked"
        " by three of the four providers.",
        "The European Press Union called the verdict an attempt to frighten every reporter in the country before the vote.",
    ),
    "rail": (
        "The first freight train from Chongyuan reached the terminal at Varda on Saturday after a journey of sixteen"
        " days and 9,700 kilometres, carrying 88 containers of solar panels.",
        "Varda’s mayor, Piotr Salski, hopes that the line will handle 400 trains a year by 2035, ten times as many as now.",
        "Customs officers said that paperwork at the Dostar border, where the gauge changes, still takes as long as two"
        " days.",
        "The terminal was built by a consortium led by Huaren Rail, which holds 60 percent of the operating company.",
    ),
}  # fmt: skip

PARAPHRASES: tuple[tuple[str, str, int], ...] = (
    ("According to harbour master Brandt, ice as thick as 90 centimetres will keep the Lenz port shut until mid-April, with fourteen barges stuck in its northern channel.", "harbour", 1),
    ("The chartering of two icebreakers from Oost costs the port authority some 1.2 million crowns weekly, deputy treasurer Kessel says.", "harbour", 2),
    ("Not since 1987, when Halden moved its salt by rail, has the channel been frozen this long.", "harbour", 3),
    ("Some 340 families of the estuary depend on herring and want compensation, since their boats have been berthed since February.", "harbour", 4),
    ("A June inspection turned up 23 cracks in the Veldra dam, as a quietly published report of the energy ministry shows.", "dam", 1),
    ("One third of the power of Tarsk province comes from the dam, built until 2004 on a $480 million loan by the Levant Development Bank.", "dam", 2),
    ("The hydrologist Moreno points out that nobody has tested the gates of the spillway since 2019, so that a repeat of last spring’s flood might overtop it.", "dam", 3),
    ("The reservoir has been drawn down six metres, and repairs budgeted at 75 million are to be made before the rains start.", "dam", 4),
    ("Following the deaths of at least eleven people in a measles outbreak in camps around Sadel, Korvia has started to vaccinate 60,000 children.", "vaccine", 1),
    ("MedAlliance surveyed the district in September: less than half the children had had their second dose.", "vaccine", 2),
    ("Because customs insisted on a new permit, the cold boxes waited nine days at Rumel, coordinator Ayele complained.", "vaccine", 3),
    ("The governor of the region put the delay down to striking lorry drivers and denied the accusation.", "vaccine", 4),
    ("With 71 of the 150 seats in the Drovian parliament, the Reform Alliance no longer has a majority, having lost seventeen.", "election", 1),
    ("Only 48 percent voted, fewer than at any time since independence; in the Kessar valley’s mining towns turnout was about a third.", "election", 2),
    ("Orlo does not want a coalition with the Agrarian League, which demands a referendum about the Norrland fishing treaty.", "election", 3),
    ("In 212 polling stations there were no ballot papers left, Continental Council observers noted.", "election", 4),
    ("Brenn is closing the engine plant at Ostheim by late 2032, at a cost of 2,900 jobs.", "factory", 1),
    ("The electric drives are to be produced in Szalok instead, where the regional government granted Brenn a ten-year tax holiday.", "factory", 2),
    ("For the union of metalworkers this breaks the 2027 agreement that excluded dismissals for five years; it threatens strikes in six plants.", "factory", 3),
    ("In Frankfurt the shares of Brenn gained 3.4 percent on the news.", "factory", 4),
    ("Palmar’s national museum has given back to Ibara 38 bronze figures that soldiers took from the palace over a century ago.", "museum", 1),
    ("A further 112 objects are under examination and will mostly be handed over in the coming three years, director Vogt announced.", "museum", 2),
    ("Next autumn the bronzes will go on show in Ibara in a new building designed by Sefu Adeyemi.", "museum", 3),
    ("The ivory mask that a descendant of the last king asked the museum for is missing from the list.", "museum", 4),
    ("NordLink reported that its undersea cable from Tarnholm to Skerra had been cut on 7 November, which took 21,000 households offline.", "cable", 1),
    ("The crew of the Meridian Star, a tanker whose transponder was off for three hours in the area, is being questioned by the coast guard.", "cable", 2),
    ("Within eighteen months this was already the third incident; a trawler’s anchor had damaged the same line in March 2030.", "cable", 3),
    ("Since only two ships in the region have the equipment for it, repairs may last five weeks.", "cable", 4),
    ("Under an emergency decree of Prime Minister Beli, irrigation in the Alkor basin is cut by 40 percent for the summer.", "water", 1),
    ("The Karsu reservoir stands at a mere 18 percent after the weakest snowfall in the Tessin mountains for 52 years.", "water", 2),
    ("Growing rice is banned, and those who switch to sorghum get 900 dinars per hectare.", "water", 3),
    ("Sarmat, upstream, will not release additional water from Toktar before a debt for natural gas has been settled.", "water", 4),
    ("The editor Paulo Reis must go to prison for four years because he revealed a private jail owned by the brother of the interior minister.", "court", 1),
    ("Of 27 witnesses named by the defence, Judge Conde turned down 26.", "court", 2),
    ("O Farol has had to be printed abroad since its press was sealed in August, and three of four providers block its website.", "court", 3),
    ("In the view of the European Press Union the verdict is meant to frighten reporters ahead of the vote.", "court", 4),
    ("Sixteen days and 9,700 kilometres after leaving Chongyuan, the first freight train arrived at Varda with 88 containers of solar panels.", "rail", 1),
    ("Mayor Salski expects 400 trains a year in Varda by 2035, a tenfold increase.", "rail", 2),
    ("Where the gauge changes, at the Dostar border, the paperwork can still last two days, customs officers admit.", "rail", 3),
    ("A consortium headed by Huaren Rail built the terminal; the firm owns 60 percent of its operating company.", "rail", 4),
)  # fmt: skip

UNRELATED: tuple[str, ...] = (
    "The port of Lenz was founded by salt merchants and is today the third largest of the country.",
    "Harbour master Ivo Brandt has held his office for eleven years and is said to know every pilot by name.",
    "Icebreakers of the newer kind burn liquefied gas and need a crew of no more than twenty.",
    "Herring stocks in the estuary have recovered since the quota was halved a decade ago.",
    "Winters on this coast have grown shorter, and the channel is now open for most of the year.",
    "The port authority of Oost publishes its tariffs every January.",
    "Fishermen and barge owners have long argued about who may use the northern channel at night.",
    "Maud Kessel studied economics in Palmar before she entered the treasury.",
    "The Veldra dam is named after a village that was flooded when the valley was closed.",
    "Large dams need an inspection every five years under the rules of the energy ministry.",
    "Tarsk has tried for years to attract industry with cheap electricity.",
    "The Levant Development Bank lends mostly to roads and ports.",
    "Professor Moreno has published a textbook about the hydrology of dry valleys.",
    "Floods in the province usually come in April, when the snow melts.",
    "The ministry of energy has had four ministers in as many years.",
    "Critics say that the province has too few engineers to maintain its waterworks.",
    "Measles is among the most contagious diseases that are known.",
    "The camps near Sadel were set up for people who fled the fighting in the east.",
    "MedAlliance works in nineteen countries and is financed by private donors.",
    "Korvia spends less than two percent of its budget on health.",
    "The Rumel crossing is closed at night and on public holidays.",
    "Tomas Ayele came to the district as a young doctor.",
    "Drivers of lorries are paid by the trip and often wait for weeks.",
    "The regional governor was appointed by the president and cannot be removed by the council.",
    "The Reform Alliance was formed by three smaller parties before the last election.",
    "The Drovian parliament sits in a former railway hotel.",
    "Nadja Orlo was a judge before she led the party.",
    "The Agrarian League is strongest in the south, where wheat is grown.",
    "Norrland buys most of the fish that is caught in these waters.",
    "The electoral commission has nine members, chosen by the parliament for six years.",
    "Mining in the Kessar valley has declined since the price of copper fell.",
    "Observers are accredited at least one month before an election.",
    "Brenn was founded as a maker of bicycles and built its first car in 1924.",
    "Ostheim has about 30,000 inhabitants, of whom one in five works in the car industry.",
    "The union of metalworkers is the largest in the country.",
    "Electric drives need fewer parts than engines and fewer hands to assemble them.",
    "Szalok lies on the motorway between the capital and the eastern border.",
    "Carmakers all over the continent have announced that they will cut jobs.",
    "The regional government has not said how much the tax holiday will cost.",
    "Strikes in the industry have become rare since wages are negotiated every second year.",
    "The national museum of Palmar is housed in a palace on the river.",
    "Ibara was a kingdom until the soldiers of the governor took its capital.",
    "Bronze figures of this kind were cast with wax and are seldom signed.",
    "Helene Vogt is the first woman to direct the museum.",
    "Sefu Adeyemi has built libraries and schools in four countries.",
    "Museums elsewhere have been slower to examine where their objects came from.",
    "The ivory trade was forbidden in 1989.",
    "A king of Ibara is said to have played chess with envoys.",
    "Skerra has 40 inhabitants in winter and ten times as many in summer.",
    "NordLink belongs to a pension fund.",
    "Undersea cables carry nearly all of the traffic between the continents.",
    "Tankers must keep their transponder switched on in coastal waters.",
    "The coast guard has asked for two more ships and has been promised one.",
    "Tarnholm has been the seat of the operator since the telegraph came.",
    "Anchors are the most frequent cause of damage to lines on the sea floor.",
    "Households on the island heat with peat and electricity.",
    "The Alkor basin is among the oldest farmed regions of the world.",
    "Rustam Beli has been prime minister since the unrest of two years ago.",
    "Sorghum needs about half as much water as rice.",
    "Sarmat exports electricity in summer and imports gas in winter.",
    "The Karsu reservoir was meant for fish farming at first.",
    "Snow in the Tessin mountains melts three weeks earlier than it used to.",
    "Farmers pay for water by the hectare, not by the litre.",
    "Dinars have lost a fifth of their value against the dollar.",
    "Belmar has one of the highest numbers of prisoners for its size.",
    "Paulo Reis wrote novels before he became an editor.",
    "Judge Amalia Conde teaches criminal law at the university.",
    "O Farol was founded by dock workers and means the lighthouse.",
    "The interior minister comes from a family of builders.",
    "The European Press Union has its seat in Vienna and 48 members.",
    "Private jails have been allowed in the country for a decade.",
    "Providers must keep the records of their customers for a year.",
    "Chongyuan lies in a basin that is surrounded by mountains.",
    "Varda was a garrison town until the treaty.",
    "Solar panels have become so cheap that freight is a large part of their price.",
    "Piotr Salski was elected mayor for a third time last spring.",
    "The gauge of the railways in the east is 85 millimetres wider.",
    "Huaren Rail has also built a metro in the capital.",
    "Customs officers at Dostar work in three shifts.",
    "Containers are counted in units of twenty feet.",
)  # fmt: skip
