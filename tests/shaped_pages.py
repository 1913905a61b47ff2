"""Pages of further shapes, invented for the tests, each with what a person would say of it."""

from __future__ import annotations

PAGES: dict[str, str] = {
    "ap": """\
Menu
World
U.S.
Politics
Sports
Live: Winter storm
World News
Kyrgyzstan and Tajikistan sign border deal after decades of clashes
Kyrgyz President Akmat Sadyrov, right, and Tajik President Farrukh Rahimov shake hands in Bishkek, Kyrgyzstan, \
Thursday, March 13, 2025. (Kyrgyz Presidential Press Service via AP)
1 of 3 | Kyrgyz President Akmat Sadyrov, right, and Tajik President Farrukh Rahimov shake hands in Bishkek, \
Kyrgyzstan, Thursday, March 13, 2025. (Kyrgyz Presidential Press Service via AP)
Read More
By AIZHAN TURSUNOVA
Updated 7:52 PM GMT+3, March 13, 2025
Share
BISHKEK, Kyrgyzstan (AP) — The leaders of Kyrgyzstan and Tajikistan on Thursday signed an agreement that \
settles the last disputed stretches of their border.
The document was signed in the presidential palace in Bishkek after more than three decades of talks that were \
repeatedly broken off by violence.
“This is a historic day,” Sadyrov told reporters after the ceremony. “Our peoples have waited for it for 34 \
years.”
AP AUDIO: Kyrgyzstan and Tajikistan sign border deal
Clashes along the frontier in 2021 and 2022 killed more than 150 people and displaced tens of thousands.
Two checkpoints that have been closed since May 2021 were reopened on the same day.
___
Associated Press writer Dina Levina in Tallinn, Estonia, contributed to this report.
Most read
1
Storm closes roads in the Rockies
2
Five takeaways from the hearing
""",
    "afp_f24": """\
FRANCE 24
Live
Asia / Pacific
Mongolia's coal convoys clog road to China
Tsagaan Khad (Mongolia) (AFP) – Thousands of trucks loaded with coal have been queueing for days at Mongolia's \
main crossing to China, drivers and officials said Tuesday.
Issued on: 14/11/2023 - 08:14
2 min
Listen to the article
Trucks wait at the Gashuun Sukhait crossing in the Gobi © Byambasuren BYAMBA-OCHIR / AFP/File
Advertising
The line of vehicles stretched for more than 30 kilometres through the Gobi desert, according to an AFP \
reporter at the scene.
"I have been sleeping in the cab for eight nights," driver Batbold Ganzorig, 41, told AFP.
Mongolia exported a record 50 million tonnes of coal to its neighbour in the first nine months of the year.
Customs chief Enkhbayar Dash said a fourth lane would open "within weeks".
China buys more than 90 percent of Mongolia's exports.
© 2023 AFP
ADVERTISING
Keep reading
""",
    "dw": """\
Skip to content
Skip to main menu
Skip to more DW sites
Latest videos
Latest audio
In focus
Politics | Kazakhstan
Kazakhstan votes on first nuclear power plant
Anton Weissberg
10/04/2024October 4, 2024
Kazakhs go to the polls on Sunday to decide whether the country should build a reactor. Rosatom and CNNC are \
among the bidders.
https://p.dw.com/p/4lPqA
A village on the shore of Lake Balkhash
The village of Ulken on Lake Balkhash is the likely siteImage: Anton Weissberg/DW
Advertisement
For months the government in Astana has campaigned for a "yes" in the referendum on October 6.
Kazakhstan is the world's largest producer of uranium, yet it has had no working reactor since 1999.
Fear of the past
"Every family here knows someone who was ill," says Denis Kalinin, director of the EcoMuseum in Karaganda. \
"That does not go away with posters."
Between 1949 and 1989, the Soviet Union carried out more than 450 nuclear tests near Semipalatinsk.
Who will build it?
Four companies are in the running: Rosatom from Russia, CNNC from China, KHNP from South Korea and EDF from \
France.
President Tokayev has spoken of an international consortium.
Edited by: Wesley Rahn
Send us your feedback
Related topics
Nuclear energy
""",
    "lemonde": """\
Le Monde
Se connecter
S'abonner
International
Asie-Pacifique
En Ouzbékistan, Pékin avance ses pions
Le chemin de fer Chine-Kirghizistan-Ouzbékistan doit ouvrir une route qui contourne la Russie.

Par Étienne Garnaud (Tachkent, envoyé spécial)
Publié le 18 septembre 2023 à 05h30, modifié le 18 septembre 2023 à 11h42
Temps de Lecture 4 min.
Article réservé aux abonnés

Le quai de la gare d'Andijan, Ouzbékistan, le 12 septembre 2023. ÉTIENNE GARNAUD POUR « LE MONDE »

Dans la vallée de Ferghana, les géomètres chinois sont arrivés avec les abricots. Depuis le mois de juin, ils \
arpentent les collines avec leurs trépieds.

« On nous promet ce train depuis vingt-cinq ans », soupire Rustam Azimov, marchand au bazar d'Andijan. « Cette \
fois, les Chinois ont apporté leurs tentes. »

Le tracé, long de 523 kilomètres, traversera les monts Tian. Son coût est estimé à près de 5 milliards de \
dollars.

Il vous reste 61.3% de cet article à lire. La suite est réservée aux abonnés.
""",
    "kommersant": """\
Коммерсантъ
Экономика
Газета «Коммерсантъ» №34 от 28.02.2024, стр. 2
28.02.2024, 00:47
3 мин.
...
Китайские банки затягивают платежи
Импортеры жалуются на отказы в расчетах в юанях
Российские импортеры столкнулись с отказами китайских банков проводить платежи в юанях. По словам участников \
рынка, трудности начались в декабре.
Фото: Иван Иванов, Коммерсантъ
Как рассказали “Ъ” три импортера электроники, не проходят до половины платежей. Средний срок зачисления вырос с \
трех дней до двух недель.
«Банк просит все больше документов, а потом молчит»,— говорит один из собеседников “Ъ”.
В ЦБ не ответили на запрос. В посольстве КНР в Москве заявили, что о проблеме знают.
По оценке аналитика Сергея Потапова, под удар попадает до четверти импорта из Китая.
Тамара Едина, Виктор Вислов
Новости компаний
Все
""",
    "scmp": """\
South China Morning Post
SCMP
Advertisement
Advertisement
China's belt and road
Chinapolitics
China-Kyrgyzstan-Uzbekistan railway clears final hurdle in Beijing
Three-way agreement sets up joint venture and financing after 25 years of negotiation, officials say
Reading Time:3 minutes
Why you can trust SCMP
Lara Zhong
in Beijing
Published: 10:00pm, 6 Jun 2024Updated: 11:15pm, 6 Jun 2024

China, Kyrgyzstan and Uzbekistan have signed an intergovernmental agreement to build a railway linking Kashgar \
to Andijan, officials said on Thursday.

President Xi Jinping called the line “a flagship project of cooperation” in a congratulatory message read out \
at the ceremony.
Advertisement

Beijing will provide half of the estimated cost of US$4.7 billion as a loan, according to the Kyrgyz transport \
ministry.

Zhang Ming, an associate researcher at the Chinese Academy of Social Sciences, said the route would shorten the \
journey to southern Europe by about a week.
Advertisement
Select Voice
Select Speed
1.00x
""",
    "nikkei": """\
Nikkei Asia
World
Trending
Business
International relations
Turkmenistan turns back to Beijing as gas price talks stall
Ashgabat has few buyers and less leverage as Russia courts the same market
Workers check a pipeline near Galkynysh, the world's second-largest gas field. (Photo courtesy of Turkmengaz)
PETER BARNES, Contributing writer
January 11, 2023 17:32 JST
ISTANBUL -- Turkmen President Serdar Berdymukhamedov returned from his first state visit to China with a \
strategic partnership but no deal on gas.
The two sides agreed last week to "accelerate" talks on a fourth pipeline, known as Line D, that has been on \
the drawing board since 2014.
"China has no reason to hurry," said Lorenzo Conti, a professor of Eurasian studies at the University of \
Glasgow.
Turkmenistan supplied China with 35 billion cubic meters in 2022, according to customs data.
Read Next
International relations
Kazakhstan weighs oil route across the Caspian
Latest On International relations
""",
    "foreignpolicy": """\
Foreign Policy Magazine
ANALYSIS
Russia's Pivot to China Has a Paperwork Problem
Sanctions have made every invoice a diplomatic incident.

By Agnes Delmar, a columnist at Foreign Policy and a senior policy fellow at the European Council on Foreign \
Relations, and Adam S. Wolf.
A worker loads containers at the port of Vladivostok on Feb. 2.
A worker loads containers at the port of Vladivostok on Feb. 2. Alexander Utkin/AFP via Getty Images
MARCH 6, 2024, 2:14 PM
View Comments ()
When U.S. President Joe Biden signed an executive order on Dec. 22, 2023, threatening foreign banks with \
secondary sanctions, few noticed outside the trade.
Two months later, the effects are plain to see in every Russian port on the Pacific.
“We used to wait three days. Now we wait three weeks, if we are lucky,” one freight forwarder said.
China’s four largest banks have quietly stopped taking Russian payments, and the smaller regional banks that \
replaced them ask for ever more documents.
None of this means that the partnership is failing. It means that it has become expensive.
Agnes Delmar is a columnist at Foreign Policy. X: @AgnesDelmar
My FP: Sign in to save articles
Read More
""",
    "thinktank": """\
CENTER FOR EURASIAN POLICY
About
Experts
Programs
Events
Home / Publications / Commentary
Commentary
Central Asia's Water Is Now China's Problem Too
Photo: Adobe Stock
Commentary by Maria Hoffmann and Daniyar Kosnazarov
Published February 12, 2024
Download the PDF
Northern Afghanistan’s Qosh Tepa canal will draw up to 10 billion cubic meters a year from the Amu Darya, and \
the states downstream have no treaty that could stop it.
For Beijing, which has invested in cotton, gas and power along the river, this is no longer somebody else’s \
problem.
The Canal
Construction began in 2022 and more than 100 kilometers have been dug.[1] Satellite images show that the bed is \
not lined, so that much of the water will seep away.
The Options
China could offer financing in exchange for lining and measuring. It has done so in Laos.
Neither option is attractive, but the third, doing nothing, is worse.
Maria Hoffmann is a senior fellow in the Water Program at the Center for Eurasian Policy in Washington, D.C. \
Daniyar Kosnazarov is a nonresident scholar.
[1] “Qosh Tepa: What the satellites see,” Water Journal 12 (2023): 44–61.
Commentary is produced by the Center for Eurasian Policy, a private, tax-exempt institution focusing on \
international public policy issues. Its research is nonpartisan and nonproprietary.
© 2024 by the Center for Eurasian Policy. All rights reserved.
""",
    "pressrelease": """\
GOV.UK
Home
Government
Press release
UK and Kazakhstan sign critical minerals memorandum
The agreement will help British firms invest in lithium, tantalum and rare earths.

From:
Foreign, Commonwealth & Development Office
Published
20 March 2023
This was published under the 2022 to 2024 Sunak Conservative government

Foreign Secretary John Carter signed a memorandum of understanding on critical minerals during his visit to \
Astana today (Monday 20 March).

The agreement covers exploration, processing and the training of engineers at universities in both countries.

Foreign Secretary John Carter said:

Kazakhstan is a partner with which we share deep ties. We will strengthen our supply chains together.

Background
The Foreign Secretary is travelling to Kazakhstan, Uzbekistan and Georgia this week.
Share this page
Share on Facebook
Is this page useful?
""",
    "blog": """\
Steppe Dispatches
notes on Kazakhstan, rails and rivers
Home
About
Archive

Why the trains stop at Dostyk
Posted on 3 August 2021 by Tilly Marsh

I spent the last week of July counting wagons at the Dostyk crossing, because nobody else seems to.

The official line is that traffic is growing by a third. What I saw was a queue of 140 trains and four cranes, \
of which one worked.

"We change the bogies by hand when the current fails," a yard foreman told me.

More on this when I have been to Khorgos next month.

Posted in railways, Kazakhstan | Tagged Dostyk, freight | 3 Comments

3 thoughts on “Why the trains stop at Dostyk”
Aibek says:
August 4, 2021 at 9:12 am
Great piece! I used to work there. It is even worse in winter, when the wind from the Alataw pass stops \
everything for days on end.
Reply
Tilly Marsh says:
August 4, 2021 at 11:40 am
Thank you, Aibek. I would love to hear more about that.
Reply
Leave a Reply
Your email address will not be published. Required fields are marked *
""",
    "linkedin": """\
Skip to main content
LinkedIn
The Caspian Brief #18: Ports, pipes and patience
The Caspian Brief
The Caspian Brief
Farida Aliyeva
Farida Aliyeva
Logistics analyst | Baku
Published Feb 5, 2024
+ Follow
Good morning from Baku, where the port is busier than the beaches.

Container traffic on the Middle Corridor grew by 86 percent in 2023, the Trans-Caspian association said on \
January 30. Three things explain it.

1. The Red Sea
Since December, ships have avoided Suez. A rail container from Xi'an now reaches Poti in 18 days.

2. Kazakhstan’s new vessels
Aktau received two feeder ships on January 22.

3. China’s arithmetic
Beijing signed a transport agreement with Georgia and Azerbaijan, and its state railways opened an office here.

What do you think? Tell me in the comments.
Like
Comment
Share
214
31 Comments
To view or add a comment, sign in
""",
    "roundup": """\
Caspian Wire
News in brief
Monday, 8 May 2023

Tajik court jails opposition activist
DUSHANBE — A court in Dushanbe sentenced activist Davron Saidov to eight years in prison on Friday on charges \
of organizing a criminal group. His lawyers say the trial, held behind closed doors since March, was unfair. \
Rights groups called on the government to release him at once.

Kazakh oil output dips on Tengiz maintenance
ASTANA — Kazakhstan’s daily oil output fell by four percent in April because of maintenance at the Tengiz \
field, the Energy Ministry said on Sunday. The ministry expects production to recover by the end of May. \
Exports through Russia were not affected.

Uzbeks approve new constitution
TASHKENT — Voters in Uzbekistan backed a new constitution on April 30 that allows President Shavkat Mirziyoev \
to stay in power until 2040. The Central Election Commission put support at 90 percent. Turnout was 85 percent, \
it said on May 1.

Kyrgyz, Chinese ministers discuss railway
BISHKEK — The foreign ministers of Kyrgyzstan and China met on Saturday and agreed to speed up work on a \
railway feasibility study. Construction may begin this year. The line has been discussed since 1997.

© 2023 Caspian Wire
""",
    "rferl_new": """\
Accessibility links
Skip to main content
Radio Free Europe/Radio Liberty
Breaking News
China In Eurasia
Serbia Signs Up For Chinese Missiles, And Brussels Shrugs
Listen
5 min
October 18, 2023 14:25 CET
By Mila Manojlovic
Serbian soldiers stand beside a Chinese-made FK-3 system at the Batajnica air base. (file photo)

BELGRADE -- Serbia has ordered a second battery of Chinese air-defense missiles, President Aleksandar Vucic \
said on October 17, in a deal that deepens military ties between Belgrade and Beijing.

Summary
Serbia is the only European state that operates the FK-3.
The EU has asked Belgrade to align its foreign policy.

The purchase, worth some $150 million, was agreed on the sidelines of the third Belt and Road Forum, which \
opened in Beijing the same day.

"It's a signal to everybody that Serbia shops where it pleases," Vlado Vukic, a senior researcher at the \
Belgrade Centre for Security Policy, told RFE/RL.

SEE ALSO:

Chinese Loans Built Serbia's Highways. Who Pays Now?

Brussels has so far said little.

Written by Mila Manojlovic in Belgrade with reporting by Reid Carver in Prague
Mila Manojlovic

Mila Manojlovic is a correspondent for RFE/RL's Balkan Service.
FOLLOW
Subscribe
More News
Kosovo police arrest two over attack
October 18, 2023
""",
    "caixin_zh": """\
财新网
首页 > 国际 > 正文
中吉乌铁路项目三国政府间协定签署
文｜财新 许和清
2024年06月07日 09:18
来源于 财新网
听报道

【财新网】中国、吉尔吉斯斯坦和乌兹别克斯坦三国6月6日在北京签署关于共同推进中吉乌铁路项目合作的政府间协定。

协定明确，三方将成立项目公司，中方占股51%。“这条铁路将改变中亚的运输格局，”一位交通运输专家对财新记者表示。

乌兹别克斯坦总统米尔济约耶夫称，该铁路是“世纪工程”。

责任编辑：王丽 | 版面编辑：刘明
版权声明
""",
    "comments_page": """\
The Moscow Courier
News
Opinion
Business
Opinion
Beijing Will Not Save the Ruble
Ivan Petrenko
Ivan Petrenko is an economist and a former adviser to the Central Bank.
@ipetrenko
Aug. 16, 2023
The ruble fell to 100 to the dollar this week, and once more the talk in Moscow is of help from the East.
No help is coming. China buys Russian oil at a discount and sells cars at a premium; it has no reason to change \
either.
Yuan reserves, the official consolation, cannot be used to defend a currency that nobody outside wants to hold.
The views expressed in opinion pieces do not necessarily reflect the position of The Moscow Courier.
Read more about: Ruble, China
Comments (2)
SergeyK 3 hours ago
I disagree with the author. The ruble fell in 2014 too and it came back within a year, as everybody who lived \
here remembers very well.
Like 4 Reply
old_hand 5 hours ago
He is right about the cars.
Like 11 Reply
""",
    "aljazeera": """\
Skip links
Skip to Content
play
Live
Show navigation menu
News|Russia-Ukraine war
China's special envoy arrives in Kyiv to push peace plan
Li Hui is the highest-ranking Chinese diplomat to visit Ukraine since Russia's full-scale invasion began.

Chinese envoy Li Hui speaks at a forum in Beijing [File: Fiona Low/Reuters]
By Al Jazeera Staff
Published On 16 May 2023
16 May 2023

Save

Share
A Chinese special envoy has arrived in Ukraine for a two-day visit, the first stop of a European tour that \
Beijing says is meant to seek a "political settlement" to the war.

Li Hui, a former ambassador to Moscow, will also travel to Poland, France, Germany and Russia, the foreign \
ministry in Beijing said on Tuesday.

Recommended Stories
list of 3 items
list 1 of 3
Who is Li Hui, China's man for the Ukraine talks?
list 2 of 3
What is in the 12-point plan?
list 3 of 3
Five charts on China-Russia trade
end of list
Analysts in Kyiv expect little from the trip.

"He comes to listen, and we will let him listen," said Yaroslav Polit, head of the Asia section at the New \
Geopolitics Research Network.

The envoy's trip follows a phone call between Xi Jinping and Volodymyr Zelenskyy on April 26, their first since \
the invasion.

Source: Al Jazeera and news agencies
""",
    "diplomat_layout": """\
The Diplomat
Read The Diplomat, Know the Asia-Pacific
Regions
Topics
Crossroads Asia | Economy | Central Asia
Uzbekistan’s Gas Deal With Gazprom, a Year On
Tashkent said the contract would keep the lights on. A cold January put it to the test.
By Nurlan Beknazarov
October 21, 2024

In October 2023, Uzbekistan began importing Russian gas through a Soviet-era pipeline that had been reversed \
for the purpose. A year later, the bill is coming due.

Imports rose to 5.2 billion cubic meters in the first nine months of 2024, according to the Ministry of Energy, \
almost twice the volume foreseen in the contract.

“We went from exporter to hostage in four winters,” a former official of Uzbekneftegaz told The Diplomat on \
condition of anonymity.

Enjoying this article? Click here to subscribe for full access. Just $5 a month.

The government denies that the deal has political strings. Its critics point to the silence on Ukraine.

You have read 2 of your 5 free articles this month.
Authors
Guest Author
Nurlan Beknazarov

Nurlan Beknazarov is a journalist covering politics and human rights in Central Asia.
Tags
Crossroads Asia
Uzbekistan gas imports
""",
    "bbc": """\
BBC
Home
News
Israel-Gaza war
Cost of Living
War in Ukraine
Asia
China
India
Mongolia votes as mining money tests its young democracy
28 June 2024
By Kelly Norton, Asia reporter
Getty Images A nomad casts her ballot in a ger near Ulaanbaatar
Getty Images
Nomads voted at mobile polling stations across the steppe
Mongolians went to the polls on Friday in an election dominated by corruption and the cost of living.
The parliament they elect will have 126 members, 50 more than the last one.
"We sell coal to one neighbour and buy petrol from the other," said Enkhtuya, 34, a teacher. "We would like a \
third door."
Results are expected over the weekend.
Related Topics
Mongolia
More on this story
Inside Mongolia's coal theft scandal
21 December 2022
""",
    "wapo": """\
Democracy Dies in Darkness
The Washington Post
ASIA & PACIFIC
How a Chinese dam changed a Kazakh fishing village
By Robin Fisk
and Dana Seitova
February 3, 2024 at 5:00 a.m. EST
A fisherman mends nets on the shore of Lake Balkhash in January. (Ivan Petrov for The Washington Post)
7 min
1,204
BALKHASH, Kazakhstan — The fish were the first to notice, Marat Aliyev likes to say.
By the time the reservoirs upstream had filled, the river that fed his village came two weeks late, and the \
carp with it.
Chinese officials did not respond to requests for comment.
Kazakhstan and China share more than 20 rivers and have no agreement on how to divide them.
“We signed papers about data,” said a former negotiator, who spoke on the condition of anonymity. “Not about \
water.”
Sorensen reported from Beijing.
""",
    "ft": """\
Financial Times
Chinese business & finance
Add to myFT
Chinese carmakers race into Russia’s empty showrooms
Share of new sales passes half as western groups’ plants stand idle
A dealer polishes a Chery in Moscow © Bloomberg
Tom Hollis in London and Polina Grey in Riga JULY 4 2023
94
Print this page
Chinese brands accounted for more than half of new cars sold in Russia for the first time in June, according to \
an industry group.
Chery, Haval and Geely took the top three places behind Lada, the Autostat agency said.
“There is simply nobody else in the showroom,” said one Moscow dealer.
Copyright The Financial Times Limited 2023. All rights reserved.
Reuse this content (opens in new window)
""",
    "medium": """\
Open in app
Sign up
Sign in
Member-only story
What I learned from 400 Kazakh land leases
And why the protests of 2016 never really ended
Saule Imanova
Saule Imanova
·
Follow
Published in
Steppe & Data
·
6 min read
·
Mar 9, 2021
Listen
Share
In the spring of 2016, thousands of Kazakhs took to the streets over a rumour: that the land would be sold to \
China.
I have spent two years reading the leases. This is what is in them.
Almost nothing about China, to begin with. Of the 400, nine name a company with a Chinese shareholder.
The rest name cousins. The registry, once you learn to read it, is a family tree.
Land
Kazakhstan
Data Journalism
Written by Saule Imanova
512 Followers
Writer for Steppe & Data
""",
    "globaltimes": """\
CHINA / DIPLOMACY
China, Tajikistan pledge deeper security cooperation in Dushanbe talks
By Xu Kehan and Global Times staff
Published: Nov 22, 2023 09:48 PM
Flags of China and Tajikistan Photo: VCG
China and Tajikistan will deepen cooperation in law enforcement and border management, officials of the two \
countries said on Wednesday in Dushanbe.
The two sides agreed to step up exchanges between border guards and to hold joint drills next year.
Experts said the agreement reflects shared concerns over terrorism in the region, including forces that operate \
from Afghanistan.
"Security is the precondition of connectivity," Zhu Yonglin, a research fellow at Lanzhou University, told the \
Global Times on Wednesday.
RELATED ARTICLES
China-Tajikistan trade up 80%
""",
    "two_dated": """\
Weekly Steppe Review
Home
Issues

Uzbek cotton finds new buyers in Shandong
Anvar Latipov
12 May 2022

Uzbek yarn exports to the Chinese province of Shandong doubled in the first quarter, customs officers say, \
after a boycott of raw cotton was lifted.

The boycott, which 331 brands had signed, ended on March 10.

Spinners in Namangan have ordered Chinese machines worth $80 million, the textile association said.

Tajik gold: the price of a power line
Zarina Holova
14 May 2022

The gold of the Upper Kumarg field pays for a power plant in Dushanbe. How much gold, nobody will say.

A Chinese company built the plant in 2016 and holds the licence until its costs are recovered.

The finance ministry said it could not disclose “commercial terms”, and parliament did not ask.
""",
}
