"""Pages of outlets' usual shapes, invented for the tests: no such report was ever printed."""

WIRE = """\
World
China pledges rail loan as Kazakh grain exports stall
By Dana Ospanova and Guy Pelham
September 14, 2022 3:42 PM UTC Updated 2 hours ago

A freight train waits at the Khorgos dry port, Kazakhstan, September 2, 2022. REUTERS/Pavel Nikitin/File Photo

ASTANA, Sept 14 (Reuters) - China will lend Kazakhstan $300 million to widen the Khorgos crossing, the two governments \
said on Wednesday, as grain shipments through the border remained far below last year's level.

The loan, repayable over 15 years, will pay for two new tracks and a scanning hall.

"We have waited three harvests for this," said Aliya Bekova, who runs a grain cooperative in Kostanay.

Our Standards: The Thomson Reuters Trust Principles.

Reporting by Dana Ospanova in Astana and Guy Pelham in Beijing; Writing by Mark Stone; Editing by Alison Price

Read Next
Oil slips as traders weigh Libya outage
Energy
2 hours ago
Copper hits three-week high
"""

BROADCASTER = """\
BBC
Home
News
Sport
Share
Save
Tea growers' strike enters second week in Kericho
Published 3 hours ago
Ann Wambui
Reporting from Kericho
Getty Images A woman picks tea leaves on a slope near Kericho
Getty Images
Thousands of tea pickers in western Kenya have stayed away from the fields for a second week in a dispute over machines.
The unions say that the harvesters have cost 30,000 jobs since 2019.
Managers deny that figure and say that the machines are needed.
What do the pickers want?
They want a ceiling on the number of machines each estate may use.
"We are not against progress," Joyce Chebet, a picker of 20 years, told the BBC.
Related topics
Kenya
Africa
More on this story
Kenya's tea estates burned in land dispute
Published 4 July
The bitter taste of cheap tea
Published 12 May
"""

BROADSHEET = """\
Skip to main content
Support the Guardian
Fund independent journalism with $5 per month
Sign in
News
Opinion
Sport
Mongolia
Mongolian herders sue mine over poisoned wells
Case brought by 40 families could halt the expansion of the country's largest copper mine, lawyers say
Helen Marsh in Ulaanbaatar and Boldbaatar Ganzorig
Wed 9 Mar 2022 05.00 GMT

Forty herding families have taken Mongolia's largest copper mine to court, saying that its ponds poisoned the wells on \
which 11,000 animals depend.

The claim, filed in Dalanzadgad on Monday, asks for the mine's expansion to be stopped until the ponds are lined.

Sign up to First Edition
Free daily newsletter
Our morning email breaks down the key stories of the day, telling you what's happening and why it matters
Enter your email address
Sign up

The company said it had not seen the claim and could not comment on it.

Reuse this content
Most viewed
Ten dead in ferry accident
Minister quits over lunch
"""

CHINESE_AGENCY_IN_ENGLISH = """\
Xinhua Headlines: Dryland rice brings harvest to Gansu terraces
Source: Xinhua
Editor: huaxia
2022-09-20 11:25:08

LANZHOU, Sept. 20 (Xinhua) -- Farmers on the terraces of Huining County began to bring in their first crop of dryland \
rice this week, a variety that needs a third of the usual water.

The county sowed 900 hectares in May, according to the local bureau of agriculture.

"I did not believe in it until I saw the ears," said Ma Jianguo, a farmer in the village of Hanjiacha. Enditem
"""

RUSSIAN_AGENCY = """\
Экономика
14 сентября 2022, 12:31
Казахстан увеличит транзит зерна через порт Актау

АСТАНА, 14 сентября. /ТАСС/. Казахстан намерен к 2025 году удвоить транзит зерна через порт Актау. Об этом сообщили в \
министерстве транспорта республики.

"Мы рассчитываем на новые терминалы", - сказал заместитель министра на встрече с перевозчиками.

По данным ведомства, в прошлом году через порт прошло 1,1 млн тонн зерна.

Теги
Казахстан
Читайте также
Цены на пшеницу снизились
"""

REGIONAL_SITE = """\
Eurasianet
Kyrgyzstan: Walnut forests feel the squeeze
Villagers in Arslanbob say that cattle, not loggers, are what is killing the world's largest walnut forest.

Aijan Sharsheeva Sep 14, 2022

Every autumn the population of Arslanbob doubles, as families move into tents under the walnut trees.

This year many came back early. The harvest, foresters say, is a third of what it was ten years ago.

Cattle and courtesy

Herds are allowed to graze the seedlings because, in a valley of cousins, nobody likes to write a fine.

"I would have to fine my uncle," said one ranger, who asked not to be named.

Aijan Sharsheeva is a journalist based in Bishkek.

Sign up for Eurasianet's free weekly newsletter. Support Eurasianet: Help keep our journalism open to all, and \
influenced by none.
"""

LEADER = """\
Leaders | Sea power

How not to run a canal

Raising tolls in a drought is fair. Hiding the queue is not

Sep 3rd 2022

A CANAL IS a promise that ships need not go the long way round. In July the lake that feeds the locks fell to a level \
not \
seen since 1965, and the promise frayed.

The authority did two things. One, an auction for the remaining slots, was wise.

The other was to stop publishing the length of the queue. That was foolish. Shippers can count masts.

This article appeared in the Leaders section of the print edition under the headline "How not to run a canal"
"""

SUBSTACK = """\
Steppe Notes

Subscribe
Sign in

The pipeline nobody wants to own
Why three governments keep signing papers about a line that has no gas

Marta Lindqvist
Mar 3, 2023

12
3
Share

Welcome back to Steppe Notes, a newsletter about energy between the Caspian and the Altai.

I'm Marta Lindqvist, and this week I read 340 pages of memoranda so that you do not have to.

What The Papers Say: Four of the seven memoranda name no volume at all. The other three name volumes that add up to \
more \
than the field holds.

Who Pays: Nobody has promised a cent. The phrase "subject to commercial terms" appears 61 times.

Thanks for reading Steppe Notes! Subscribe for free to receive new posts and support my work.

Three Things To Read

• A fine history of the first line, by a pipe welder who kept a diary.
• The audit of the second, which nobody has published in full until now.

Until next time,

Marta

12 Likes
Leave a comment
"""

GERMAN = """\
Startseite
Politik
Ausland

Wirtschaftskorridor: Der lange Weg der Container

Von Hanna Brück und Jens Oltmann, Duisburg

14.09.2022, 16:05 Uhr

Teilen
Merken

Am Duisburger Hafen stehen die Container aus Xi'an in drei Reihen übereinander. Seit dem Frühjahr kommen nur noch \
halb so \
viele Züge an wie im Jahr zuvor.

Die Bahn spricht von einer Delle, die Spediteure sprechen von einem Ende.

Was die Reeder sagen

„Wir fahren wieder um das Kap“, sagt der Disponent einer Hamburger Reederei und zeigt auf die Karte an der Wand.

Lesen Sie auch: Warum die Frachtraten fallen

Mehr zum Thema
Häfen
Seidenstraße
"""

TWO_PASTED_TOGETHER = """\
Ferry service to Aktau resumes after storm
By Laura Finch
September 12, 2022
Two ferries left Alat for Aktau on Monday, ending a week in which 400 lorries waited on the quay. The port said that a \
third would sail on Tuesday.
Drivers had slept in their cabs and shared one tap, they said.
Uzbek cotton finds new buyers
By Timur Ashirov
September 13, 2022
Spinners in Bangladesh have signed for 40,000 tonnes of Uzbek cotton, the first such contract since a boycott ended in \
March. The price was not given.
The ministry in Tashkent called it a beginning and said that inspectors would visit the farms twice a season.
"""

THREE_BRIEFS = """\
BISHKEK, Kyrgyzstan -- The Kyrgyz parliament voted to rename two districts of the capital on Thursday, after a debate \
of \
nine hours that ended past midnight and saw one deputy carried out.

Supporters said the old names belonged to men nobody remembers, and that the new ones will be used from January.

Written by Ann Lee in Bishkek with reporting by Bolot Asanov in Osh.

DUSHANBE, Tajikistan -- A landslide closed the road between Dushanbe and Khujand for the third time this month, \
leaving \
trucks with fruit to rot in the sun near the Anzob tunnel for two days.

Engineers said that it would open again on Saturday if the rain holds off, and that a second slope is being watched.

Written by Carl Cox in Dushanbe.

ASHGABAT, Turkmenistan -- Bread was sold by the half loaf in Ashgabat for a second week as deliveries of flour from \
the \
north of the country failed to arrive, residents of three districts said by telephone.

The state newspaper reported a record harvest on its first page and did not mention any shortage of flour or bread.

Written by Dora Diaz in Istanbul.
"""

CHINESE = """\
首页
新闻
国际
中国向蒙古国提供新型联合收割机
2022年09月14日 10:25 来源：草原日报
字号
分享

本报乌兰巴托9月14日电（记者张三 李四）中国农业机械企业向蒙古国交付了首批二十台联合收割机，用于今年秋季的小麦收获。

当地农户说，新机器每天可以收割三十公顷土地，比往年快了一倍。

“我们等了三年。”牧民巴特尔说，他的合作社今年种植了八百公顷小麦。

（责任编辑：王五）
相关阅读
蒙古国小麦价格上涨
"""

FRENCH = """\
Accueil
International
Au Kirghizstan, les apiculteurs face à la sécheresse
Par Claire Vasseur et Jean Morel
Publié le 14 septembre 2022 à 12h05, mis à jour à 15h30
Partager
Article réservé aux abonnés

Les ruches de la vallée de Talas n'ont donné cette année qu'un tiers du miel habituel, disent les apiculteurs du \
district.

« Les abeilles ne trouvent plus d'eau », explique Nourlan Asanov, qui possède deux cents ruches au pied des montagnes.

Lire aussi : Le miel, or blanc de l'Asie centrale

Le ministère promet une aide de deux millions de soms avant l'hiver.

Claire Vasseur (Talas, Kirghizstan, envoyée spéciale)
"""

INTERVIEW = """\
The Bugle of Osh
Interview: 'The glacier does not negotiate'

A glaciologist on what the Pamir will look like in 2050

By Ben Carter
June 3, 2021

Gulnora Saidova has measured the same glacier for 31 years. We met in her office in Khorog.

The Bugle: When did you notice that something was wrong?

Saidova: In 1998 the stake that we had drilled in the spring was lying on the ground in August. I thought that a \
goat had done it.

The Bugle: And then?

Saidova: Then we drilled three more, and in September all of them were lying down. Goats do not work so carefully.

The Bugle: What do you tell the villages?

Saidova: That they should build the tanks now, while there is water to fill them.
"""

SIGNED_BELOW = """\
Why the steppe is quiet

Nothing moves on the road to Karkaraly after eight in the evening except foxes and the post van.

The silence is new. Ten years ago there were four buses a day and a cinema in every second village.

What happened is no mystery. The mines closed, and then the schools did, and then the shop.

Reid Carter

Reid Carter is a freelance writer based in Karaganda. His book on the railways of the steppe appears next year.

Share this:
Twitter
Facebook
Like this:
Like Loading...
"""

AGENCY_WITH_HELPERS = """\
AP
World News
Mongolia's capital rations water as pipes freeze
BY ANAND TUMUR AND LISA GRANT
Updated 4:12 PM EST, January 9, 2023

ULAANBAATAR, Mongolia (AP) — Officials in Mongolia's capital began to ration water on Monday after a third main \
burst in temperatures that fell to minus 39 degrees.

Trucks will bring water to 60,000 households in the ger districts until the pipes are mended, the mayor said.

___

Associated Press writer Jo Kim in Seoul, South Korea, contributed to this report.
"""

WRAPPED = """\
The Kazakh government has lifted its limits on the export of wheat
after a harvest that was a quarter larger than last year's, the
ministry of agriculture said on Friday.

Traders welcomed the step but said that wagons remain scarce. In the
north of the country elevators are full, and some farmers have begun
to store grain in the open.

"We need rails and not decrees," said one of them.
"""

RUSSIAN_FEATURE = """\
Власть
Общество
Почему пастухи уходят с джайлоо
Автор: Мария Соколова
12 сентября 2022

Этим летом на джайлоо под Нарыном поднялись вдвое меньше семей, чем пять лет назад. Старики говорят, что трава стала \
ниже.

«Мы уходим, потому что детям нужна школа», — говорит Айгуль, мать четверых детей.

Учёные связывают перемены с засухой и ценами на корма.

Фото: Мария Соколова

Читайте также: Как устроен рынок шерсти
Подписывайтесь на наш Telegram-канал
"""

UNSIGNED = """\
The Daily Harbour
News | Sport | Weather | Opinion
Port of Baku adds night shift
Cargo volumes are up by a fifth on last year
By Staff Writer
15 Sep 2022

The Port of Baku will work through the night from October, the director said on Thursday.

Volumes rose by a fifth in the first eight months of the year, he said, mainly fertiliser and containers.

“We have hired 60 people and will hire 40 more,” he said.

RELATED: Ferry prices rise again

Comments (3)
John: Great news
Subscribe to our newsletter
© 2022 The Daily Harbour. All rights reserved.
"""

MAGAZINE = """\
FOREIGN POLICY
Argument
An expert's point of view on a current event.
The Caspian Is Shrinking, and Nobody Is Counting
The sea's level has become a state secret on three of its shores.
By Lena Abbasova, a fellow at the Institute for Water Policy, and Mark Twill, a professor of geography at Leeds.
JUNE 14, 2023, 1:26 PM

At the pier in Aktau the water begins 40 steps further out than it did when the pier was built.

The fishermen know it. The ministries know it too, and each has its own figure.

“The figures differ by a meter, which is more than the sea has lost,” said one hydrologist.

What A Meter Costs

A meter is the draft of a loaded barge. Below it, the oil terminals load half.

Lena Abbasova is a fellow at the Institute for Water Policy.

Mark Twill is a professor of geography at Leeds.

Read More
A cargo ship at the port of Aktau.
The Trade Route That Avoids Everyone
A corridor of four seas and six customs offices.
Analysis | Paul Grey
"""

ROUNDUP = """\
Central Asia This Week
September 16, 2022

Kazakhstan: The parliament approved a budget with a deficit of 2.7 percent and a rise in teachers' pay from January.

Kyrgyzstan: Two coal mines in Naryn reopened after a strike of eleven days that left the capital's power plant short.

Tajikistan: A court in Khujand sentenced a blogger to seven years in a trial that lasted one morning, his lawyer said.

Uzbekistan: The airline ordered six aircraft for routes to Asia, the first of which will fly in the spring of next \
year.
"""

APART = """\
Kazakh wheat heads east

The first train of Kazakh wheat for Vietnam left Kostanay on Monday with 1,200 tons on board, the railway said in a \
statement.

It will take 16 days. A second will follow if the price holds, said the exporter, who has sold in Iran until now.



Uzbek gas runs short again

Factories in the Fergana valley were told to close for two days a week until March as gas pressure fell below the \
norm.

Officials blamed the cold. Residents blamed the exports, which stopped only in December, after pipes froze in \
Tashkent.
"""

NO_ARTICLE = """\
Home
News
Sport
Log in
Weather
Contact us
© 2022 The Daily Harbour
"""
