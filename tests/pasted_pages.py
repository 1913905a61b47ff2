"""Pages as a reader pastes them whole, with all that a site puts around a text; invented for the tests."""

PICTURE_BETWEEN = """\
Skip to content
Home
News
Asia
Grain talks: Imanov and Tserendorj to meet at Ulaangom fair
Published
12 May 2023
Share page
About sharing
Bolat Imanov and Tserendorj Gan at Ulaangom in October 2021
IMAGE SOURCE,GETTY IMAGES
Image caption,
The ministers last spoke in October at Ulaangom
By Nora Fitch
Steppe Radio
Kazakhstan's Bolat Imanov and Mongolia's Tserendorj Gan will speak about wheat at a fair this week, their offices said.

The two will meet in Ulaangom, and Mr Imanov will also visit a mill on the border.

Neither side has said what a ton of wheat should cost.
"""

TAGS_BELOW_THE_TITLE = """\
Mill on the border opens with a year's delay
Bolat Imanov
Wheat
11 May 2023
By Nora Fitch

The minister, Bolat Imanov, opened a mill on the border on Thursday, a year later than he had promised the farmers.

It can grind 200 tons a day. On Thursday it ground nine, and Imanov took home a sack of flour.
"""

LOADED_BELOW = """\
Altai Monitor
Search
Topics
Osh: Cotton gins fall silent
Power cuts have closed nine gins in a month.
Ainura Sydykova Mar 6, 2023

Facebook
Email
Workers at a gin. (Photo: Ainura Sydykova)

Nine cotton gins around Osh have closed since February because the power fails for six hours of every day.

Owners say that they have lost a third of the harvest, and that the rest is going to mills across the border at night.

"We gin by candle," said one of them, who would not give his name because he owes money to the power company.

Ainura Sydykova is a Bishkek-based journalist.

Sign up for our free weekly newsletter.
Related
Osh: Rice terraces dry up
Load more

Batken: Apricot growers turn to the sun
Panels dry the fruit and light the sheds.
Marat Bekov Mar 7, 2023

Facebook
Email
Panels above an orchard. (Photo: Marat Bekov)

Growers in Batken have begun to dry apricots in sheds that run on solar panels bought with money sent home by sons \
in Russia.

A shed dries a ton in two days, which on roof tops took a week and fed the wasps, the growers say.

"My son bought the panels and I bought the wires," said Gulnara Osmonova, who keeps 60 trees at the edge of the town.

The ministry of energy counted 140 sheds in the autumn and expects twice as many when the next harvest begins in June. \
It pays for none of them.

Marat Bekov is a Batken-based writer and author of Stones in the Fruit: A Valley and Its Orchards.

About
Contact
"""

BOX_BETWEEN = """\
Home
Ferries between Aktau and Baku stop for a second week
Helen Marsh in Aktau
Wed 9 Mar 2022 05.00 GMT

Ferries between Aktau and Baku lay at anchor for a second week on Tuesday as wind of 30 metres a second closed the port.

Some 400 lorries wait on the quay, and their drivers have begun to sell what they carry.

Sign up to Morning Harbour
Free daily newsletter
Tom Reed sorts the day's news for you and tells you what it means, free every morning of the week
Privacy Notice: Newsletters may contain info about charities and online advertisements from others.

The port said that it would open again when the wind falls below 15 metres a second.

Explore more on these topics
"""

LIFE_BELOW = """\
The Harbour Post
Caspian
Seals die on the Mangystau shore as the sea retreats
Officials count 800 dead animals
Mei Tan
Mei Tan
Published: 11:45pm, 15 Mar, 2022

Some 800 seals have died on the Mangystau shore since January, the ministry of ecology said, as the sea draws back.

"They breed on ice, and there was none," said Olzhas Abilov, a biologist who has counted the seals for 20 years.

Mei Tan is an award-winning journalist who covers the Caspian.
Conversations (12)
"""

LETTER = """\
The Quarterly
Subscribe
Steppe Brief
A weekly digest of what moves the countries between the Caspian and the Altai, with analysis. Delivered Thursday.
Grain Finds a Way Around
By Lena Abbasova, a deputy editor at the Quarterly.
June 14, 2023, 3:30 PM

Welcome to the Quarterly's Steppe Brief.

The highlights this week: wheat goes east by rail for the first time, a dam fills, and two mayors change places.

Wheat Goes East
The first train of Kazakh wheat for Vietnam left Kostanay on Monday with 1,200 tons on board, the railway said.

It will take 16 days, and a second will follow if the price holds.

What Else We Read
Two mayors. The mayors of Osh and Jalal-Abad have changed places by decree, to the surprise of both.

Water for Kambarata. The lake above the dam has reached half of its depth.

Bread and salt. The price of a loaf in Osh has been cut by decree, and the loaf with it.

Lena Abbasova is a deputy editor at the Quarterly. Twitter: @lenaabbasova
Read More
The Limits of Rail
"""

INSTITUTE = """\
Institute for Inland Seas
Search
Research
Events
Expert comment
What Baku and Aktau want from the same water
One needs a port and the other a shore. The summit showed how little they can have of both.
EXPERT COMMENT
18 May 2023
3 minute read
Dr Nurlan Seitov
Senior Research Fellow on Kazakhstan, Inland Seas Programme
Greta Olsen
Associate Fellow, Caspian Programme
Baku and Aktau have never agreed on where the sea ends, and the sea now ends somewhere else every year.

This matters because a port that is dredged in spring is dry in the autumn, and somebody has to pay for both.
Subscribe to our weekly newsletter
Email address
"""

CHANGED_AGO = """\
World
Business
Central Asia
4 minute read
May 15, 2023
5:12 PM UTC
Last Updated ago
Aktau port closes its northern pier as the sea falls
By Dana Ospanova

AKTAU, Kazakhstan, May 15 (Reuters) - The port of Aktau closed its northern pier on Monday because the sea has fallen \
by 40 centimetres since last year.

Ships will moor in the south until the pier is dredged, the port said.
"""
