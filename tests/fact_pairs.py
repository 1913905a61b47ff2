"""Sentences and the paragraphs they cite, half of them right, half subtly wrong; all invented.

A row: the sentence, what is wrong with it ("" where nothing is), the paragraph. All appeared on 16 September 2022, a
Friday.
"""

from __future__ import annotations

DAM = (
    "The $1.2 billion dam above Tarbagan opened on Sept. 15, 1,200 days late, Prime Minister Ana Ruiz said. "
    "About 40 percent of its two dozen gates were built by Harbour Works, a firm from Kazakhstan."
)
VOTE = (
    "Nursultan Qaraev, the president, won 51.3 percent of the vote last Sunday, 4.5 percentage points more than "
    "in 2017, when 3,450,000 people voted. His son Timur Qaraev leads the Steppe Party (SP)."
)
TALKS = (
    "Foreign Minister Wang Yi met his Russian counterpart Sergei Larin in Samarkand on Thursday. The talks, "
    "which began at 9:30 a.m., lasted two and a half hours; a third round is planned for October 12-14 in "
    "Beijing."
)
RAIL = (
    "Between 10 and 15 trains a day crossed the border in August, the Ministry of Transport said, almost twice "
    "as many as in July. Hundreds of trucks waited for up to nine days; the railway earned €300 million in the "
    "first half of 2022."
)
CAMP = (
    "A 67-year-old widow, Qalida Aqtanova, said three of her sons were arrested on March 3, 2019. More than 1 "
    "million people were held, according to a UN report of August 31 that the Chinese Embassy called a lie."
)
GERMAN = (
    "Rund 1.500 Menschen demonstrierten am 12. September in Leipzig gegen die Pläne von Kanzler Olaf Brandt, "
    "wie die Polizei mitteilte. Das Gesetz kostet 2,5 Milliarden Euro."
)
RUSSIAN = (
    "Президент Сергей Ларин прибыл в Астану 14 сентября. В переговорах участвовали двадцать пять министров, "
    "сумма сделки составила 3,5 млрд долларов."
)
FRENCH = (
    "Le ministre Paul Durand a annoncé le 14 septembre un plan de 300 millions d’euros. Vingt-deux communes et "
    "la moitié des écoles sont concernées."
)

PAIRS: tuple[tuple[str, str, str], ...] = (
    ("The dam cost $1,200 million and opened on 15 September 2022.", "", DAM),
    ("The dam cost $1.2 million.", "$1.2 million", DAM),
    ("The dam cost 1.2 billion dollars.", "", DAM),
    ("The dam cost €1.2 billion.", "€1.2 billion", DAM),
    ("The dam opened on Thursday, twelve hundred days late.", "", DAM),
    ("The dam opened on September 14.", "September 14", DAM),
    ("The dam opened in September.", "", DAM),
    ("The dam opened in August.", "August", DAM),
    ("The dam opened on 15 September 2021.", "15 September 2021", DAM),
    ("It was 1,020 days late, Ruiz said.", "1,020", DAM),
    ("It has 24 gates, and 40% of them are Kazakh work.", "", DAM),
    ("It has 34 gates.", "34", DAM),
    ("Forty per cent of the gates came from a firm in Astana.", "", DAM),
    ("Some 40 percentage points of the gates were built abroad.", "40 percentage points", DAM),
    ("Prime Minister Ana Ruiz opened the Tarbagan dam.", "", DAM),
    ("Prime Minister Carlos Ruiz opened the dam.", "Carlos Ruiz", DAM),
    ("The dam at Tarbagatai opened late.", "Tarbagatai", DAM),
    ("Uzbek engineers built many of the gates.", "Uzbek", DAM),
    ("Nearly half of its gates came from Harbour Works.", "half", DAM),
    ("The dam, more than 1,000 days late, was opened by the prime minister.", "", DAM),
    ("Qaraev won 51.3% of the vote on 11 September.", "", VOTE),
    ("Qaraev won 53.1% of the vote.", "53.1%", VOTE),
    ("Qaraev won about 51 percent, up 4.5 percentage points on 2017.", "", VOTE),
    ("Qaraev won 4.5 percent more than in 2017.", "4.5 percent", VOTE),
    ("Qaraev won more than in 2016.", "2016", VOTE),
    ("In 2017 some 3.45 million people voted.", "", VOTE),
    ("In 2017 some 34.5 million people voted.", "34.5 million", VOTE),
    ("The vote was held on September 12.", "September 12", VOTE),
    ("The SP is led by the president’s son Timur Qaraev.", "", VOTE),
    ("The SP is led by the president’s son Serik Qaraev.", "Serik Qaraev", VOTE),
    ("President Nursultan Qarayev won a majority.", "", VOTE),
    ("President Nursultan Qaraeva won a majority.", "Nursultan Qaraeva", VOTE),
    ("The Sea Party is led by his son.", "Sea Party", VOTE),
    ("Wang met Larin in Samarkand on September 15.", "", TALKS),
    ("Wang met Larin in Tashkent.", "", TALKS),  # a capital for its country, which Samarkand names too
    ("Wang met Larin in Bishkek.", "Bishkek", TALKS),
    ("China’s foreign minister met Larin, of Moscow’s government, last Thursday.", "", TALKS),
    ("Wang Wenbin met Larin.", "Wang Wenbin", TALKS),
    ("The talks lasted 2.5 hours.", "", TALKS),
    ("The talks lasted three and a half hours.", "three and a half", TALKS),
    ("The talks began at 9.30 am.", "", TALKS),
    ("The talks began at 9:30 p.m.", "9:30 p.m.", TALKS),
    ("They will meet again on 12–14 October.", "", TALKS),
    ("They will meet again on 13 October.", "", TALKS),
    ("They will meet again on 15 October.", "15 October", TALKS),
    ("They will meet for the 3rd time in Beijing.", "", TALKS),
    ("They will meet for the fourth time in Beijing.", "fourth", TALKS),
    ("They will meet again on November 12-14.", "November 12-14", TALKS),
    ("Some 10–15 trains crossed daily, twice the number of July.", "", RAIL),
    ("Some 10–25 trains crossed daily.", "25", RAIL),
    ("Three times as many trains crossed as in July.", "Three times", RAIL),
    ("Thousands of trucks waited.", "Thousands", RAIL),
    ("Hundreds of trucks waited nine days.", "", RAIL),
    ("Trucks waited nineteen days.", "nineteen", RAIL),
    ("The railway earned 300 million euros.", "", RAIL),
    ("The railway earned $300 million.", "$300 million", RAIL),
    ("The transport ministry counted the trains in June.", "June", RAIL),
    ("The Ministry of Defense counted the trains.", "Ministry of Defense", RAIL),
    ("Aqtanova, 67, has lost three sons since 2019.", "", CAMP),
    ("Aqtanova, 76, has lost three sons.", "76", CAMP),
    ("Her two sons were arrested in 2019.", "two", CAMP),
    ("A report by the United Nations of 31 August speaks of more than a million people.", "", CAMP),
    ("A report of August 30 speaks of more than a million people.", "August 30", CAMP),
    ("More than 1 billion people were held.", "1 billion", CAMP),
    ("The Russian Embassy called it a lie.", "Russian Embassy", CAMP),
    ("Beijing’s embassy called the report a lie.", "", CAMP),
    ("Her sons were arrested on 3 March 2018.", "3 March 2018", CAMP),
    ("In Leipzig demonstrierten am 12. September etwa 1500 Menschen gegen das Gesetz.", "", GERMAN),
    ("In Dresden demonstrierten etwa 1500 Menschen.", "Dresden", GERMAN),
    ("Das Gesetz von Olaf Brandt kostet 2,5 Mrd. Euro.", "", GERMAN),
    ("Das Gesetz kostet 2,5 Millionen Euro.", "2,5 Millionen Euro", GERMAN),
    ("Сергей Ларин приехал 14 сентября; было 25 министров.", "", RUSSIAN),
    ("Приехали тридцать пять министров.", "тридцать пять", RUSSIAN),
    ("Сумма сделки — 3,5 миллиарда долларов.", "", RUSSIAN),
    ("Сумма сделки — 3,5 млн долларов.", "3,5 млн долларов", RUSSIAN),
    ("President Larin of Russia came to Astana on Wednesday, 14 September, with 25 ministers.", "", RUSSIAN),
    ("The deal of 14 September was worth $3.5 million.", "$3.5 million", RUSSIAN),
    ("In Germany, 1,500 people protested on 12 September against the plans of Olaf Brandt.", "", GERMAN),
    ("In Germany, 1,500 people protested on 13 September against the plans of the chancellor.", "13 September", GERMAN),
    ("The plan, of €300 million, was announced by Paul Durand on the 14th of September.", "", FRENCH),
    ("The plan, of €300 million, was announced by Jean Durand in the capital of France.", "Jean Durand", FRENCH),
    ("Le plan de Paul Durand vise 22 communes et 50 % des écoles.", "", FRENCH),
    ("Le plan vise trente-deux communes.", "trente-deux", FRENCH),
    ("Le plan coûte 300 millions d’euros, dit M. Durand.", "", FRENCH),
    ("Le plan coûte 300 milliards d’euros.", "300 milliards", FRENCH),
)
