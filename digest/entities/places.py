"""The words that show a place, and the places that need no such word."""

from __future__ import annotations

import re
from functools import cache

from digest.countries import areas, peoples, states


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _rows(lines: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in lines.split(",") if name.strip())


STREET = re.compile(r"(?:^|-)\w*(?:stra(?:ss|ß)e|allee|platz|gasse|damm|ufer)$", re.I)
"""A street as German writes it in one word or with hyphens."""
ENDS = _listed(
    """
    Airport Archipelago Avenue Basin Bay Beach Boulevard Bridge Canal Canyon Cape City Coast County Creek Desert
    District Falls Forest Glacier Gorge Governorate Gulf Harbor Harbour Heights Highlands Hills Island Islands Isles
    Lake Mountain Mountains Oblast Ocean Palace Park Pass Peninsula Plain Plateau Plaza Port Prefecture Province Raion
    Region Reservoir River Sea Square Steppe Strait Straits Street Territory Territories Town Township Tunnel Valley
    Village Voivodeship Republic Emirates Kingdom"""
)
STARTS = _listed("Lake Mount Mt. Cape Fort Port San Santa Saint St. Los Las Rio Gulf Isle Bad Ras")
SIDES = _listed(
    "North South East West Northern Southern Eastern Western Central Upper Lower Southeast Southwest Northeast "
    "Northwest Outer Inner Greater Far Southeastern Southwestern Northeastern Northwestern"
)
NOUNS = _listed(
    "city town village capital province region district port island state republic county suburb resort hub oblast "
    "settlement prefecture municipality neighborhood neighbourhood territory peninsula river lake valley commune canton"
)
"""What stands before "of" and a place."""

NEVER = _listed(
    """
    God Mandarin Cantonese Latin Farsi Pashto Urdu Hindi Sanskrit Esperanto Braille Java Python Bitcoin Ethereum Phase
    Chapter Section Article Part Year Week Day Round Group Class Grade Level Stage Act Season Episode Question Figure
    Table Islam Christianity Judaism Buddhism Hinduism Communism Parliament Congress English Christmas Easter Ramadan
    Lent Advent Heaven Hell Earth Central North South East West Northern Southern Eastern Western Facebook Twitter
    Instagram YouTube Telegram WhatsApp TikTok Netflix WeChat Weibo Zoom Google Internet Cyrillic Arabic Norouz Nowruz
    Court Cabinet Brexit Formula Series Premier Champions"""
)
"""What may stand after "in" and is no place."""

_CITIES = _rows(
    """
    Aachen, Aberdeen, Adelaide, Aden, Agadir, Ahmedabad, Aksu, Aktau, Aktobe, Albuquerque, Aleppo, Alexandria,
    Anchorage, Antalya, Antwerp, Arkhangelsk, Ashkelon, Astrakhan, Asyut, Atlanta, Atyrau, Auckland, Augsburg, Austin,
    Avdiivka, Bakhmut, Bali, Baltimore, Bangalore, Bangkok, Barcelona, Barnaul, Basel, Basra, Batumi, Bayreuth,
    Beersheba, Belfast, Belgorod, Benghazi, Bergen, Bilbao, Birmingham, Bochum, Bologna, Bonn, Bordeaux, Boston,
    Bremen, Brest, Brisbane, Bristol, Brno, Brooklyn, Brussels, Bryansk, Bucha, Buffalo, Busan, Calais, Calcutta,
    Calgary, Cambridge, Cape Town, Cardiff, Casablanca, Catania, Charlotte, Chelyabinsk, Chengdu, Chennai, Cherkasy,
    Chernihiv, Chernivtsi, Chernobyl, Chicago, Chittagong, Chongqing, Cincinnati, Cleveland, Cologne, Constantinople,
    Cork, Dabancheng, Dallas, Darmstadt, Daugavpils, Davos, Debrecen, Denver, Derby, Detroit, Dnipro, Donetsk,
    Dortmund, Dresden, Dubai, Dublin, Duisburg, Dundee, Durban, Düsseldorf, Edinburgh, Edmonton, Eindhoven, Erbil,
    Erfurt, Essen, Evin, Florence, Frankfurt, Freiburg, Fukushima, Galway, Gaziantep, Gdansk, Gdańsk, Geneva, Genoa,
    Ghent, Glasgow, Goma, Gomel, Gothenburg, Granada, Graz, Grodno, Grozny, Guangzhou, Guantanamo, Göttingen, Haifa,
    Halifax, Hamburg, Hangzhou, Hannover, Hanover, Harbin, Hebron, Herat, Hiroshima, Ho Chi Minh City, Homs, Honolulu,
    Horgos, Hotan, Houston, Idlib, Indianapolis, Innsbruck, Irkutsk, Isfahan, Istanbul, Izmir, Izium, Jaffna,
    Jalalabad, Jeddah, Jena, Jenin, Kaliningrad, Kandahar, Karachi, Karaganda, Karlsruhe, Kashgar, Kassel, Kazan,
    Kharkiv, Kherson, Khorgos, Kobe, Kolkata, Kostanay, Krakow, Kraków, Krasnodar, Krasnoyarsk, Kryvyi Rih, Kunduz,
    Kunming, Kursk, Kyoto, Köln, Lahore, Las Vegas, Latakia, Lausanne, Leeds, Leicester, Leipzig, Lhasa, Lille, Linz,
    Liverpool, Los Angeles, Luhansk, Lviv, Lyon, Lyons, Macau, Magadan, Magdeburg, Mainz, Malmö, Manchester,
    Manhattan, Mannheim, Mariupol, Marrakesh, Marseille, Mashhad, Mazar-i-Sharif, Mecca, Medellín, Medina, Melbourne,
    Melitopol, Memphis, Miami, Milan, Minneapolis, Montreal, Moscow, Mosul, Mumbai, Munich, Murmansk, Mykolaiv,
    München, Münster, Nagasaki, Nagoya, Namangan, Nanjing, Nantes, Naples, Narva, Narathiwat, Nashville, New Orleans,
    New York, New York City, Newcastle, Nice, Nizhny Novgorod, Norilsk, Norwich, Nottingham, Novosibirsk, Nukus,
    Nuremberg, Nürnberg, Oakland, Odesa, Odessa, Omsk, Orenburg, Osaka, Osh, Ostrava, Oxford, Palermo, Paris,
    Pavlodar, Perm, Perth, Peshawar, Petropavl, Philadelphia, Phoenix, Pittsburgh, Plovdiv, Plymouth, Pokrovsk, Porto,
    Portland, Potsdam, Poznan, Poznań, Pskov, Qaraghandy, Qingdao, Qom, Quebec, Quetta, Quito, Rafah, Raqqa, Rennes,
    Rio de Janeiro, Rostock, Rostov, Rostov-on-Don, Rotterdam, Ryazan, Saarbrücken, Sacramento, Saint Petersburg,
    Salisbury, Salzburg, Samara, Samarkand, San Antonio, San Diego, San Francisco, San Jose, Sanaa, Sao Paulo, São
    Paulo, Saratov, Seattle, Semey, Sevastopol, Seville, Shanghai, Sharjah, Sheffield, Shenzhen, Shiraz, Shymkent,
    Sirte, Smolensk, Sochi, Southampton, Split, Srebrenica, Srinagar, St. Louis, St. Petersburg, Stavropol,
    Strasbourg, Stuttgart, Sukhumi, Surabaya, Suwalki, Sydney, Szeged, Tabriz, Taldykorgan, Tampa, Tampere, Taraz,
    Tartu, Termez, Thessaloniki, Tianjin, Tikrit, Timbuktu, Tomsk, Toronto, Toulouse, Trieste, Tripoli, Trondheim,
    Tula, Turin, Tver, Tyumen, Ufa, Uralsk, Urumqi, Utrecht, Valencia, Vancouver, Venice, Verona, Vladivostok,
    Volgograd, Vorkuta, Voronezh, Wiesbaden, Winnipeg, Wolfsburg, Wroclaw, Wrocław, Wuhan, Wuppertal, Wuxi, Würzburg,
    Yakutsk, Yaroslavl, Yekaterinburg, Yokohama, York, Zagreb, Zaporizhzhia, Zaporizhzhya, Zhanaozen, Zhytomyr,
    Zurich, Zürich, Århus, Łódź"""
)
_LANDS = _rows(
    """
    Abkhazia, Alabama, Alaska, Alberta, Alps, Altai, Amazonia, Anatolia, Andalusia, Antarctica, Arizona, Arkansas,
    Asia, Bavaria, Bohemia, Brandenburg, British Columbia, Brittany, California, Caribbean, Catalonia, Caucasus,
    Chechnya, Colorado, Connecticut, Crimea, Dagestan, Darfur, Delaware, Donbas, Donbass, East Asia, Eastern Europe,
    Eurasia, Europe, Far East, Florida, Flanders, Galicia, Gaza Strip, Guangdong, Hawaii, Hesse, Himalayas, Hokkaido,
    Idaho, Illinois, Indiana, Ingushetia, Iowa, Java, Kansas, Karabakh, Kashmir, Kamchatka, Kentucky, Khyber
    Pakhtunkhwa, Korea, Kurdistan, Latin America, Lombardy, Louisiana, Lower Saxony, Maghreb, Maine, Maryland,
    Massachusetts, Mediterranean, Michigan, Minnesota, Mississippi, Missouri, Montana, Moravia, Nagorno-Karabakh,
    Nebraska, Nevada, New England, New Hampshire, New Jersey, New Mexico, New South Wales, Normandy, North America,
    North Carolina, North Dakota, North Rhine-Westphalia, Northern Ireland, Nova Scotia, Oceania, Ohio, Okinawa,
    Oklahoma, Ontario, Oregon, Pennsylvania, Persia, Persian Gulf, Prussia, Punjab, Queensland, Rajasthan, Rhode
    Island, Saxony, Scandinavia, Scotland, Siberia, Sicily, Sichuan, Silesia, Sinai, Sindh, South America, South
    Carolina, South Dakota, South Ossetia, Soviet Union, Southeastern Europe, Tatarstan, Tennessee, Texas, Thuringia,
    Tibet, Transcarpathia, Transnistria, Tuscany, Tyrol, Urals, Utah, Vermont, Virginia, Wales, Washington D.C., West
    Africa, East Africa, West Virginia, Western Europe, Wisconsin, Wyoming, Xinjiang, Yorkshire, Yugoslavia, Yunnan,
    Zanzibar, Tigray, Rakhine, Balochistan, Inner Mongolia, Czechoslovakia"""
)
_FOREIGN = _rows(
    """
    Taïwan, Allemagne, Angleterre, Belgique, Chine, Espagne, Etats-Unis, États-Unis, Grèce, Inde, Italie, Japon,
    Pologne,
    Royaume-Uni, Russie, Suisse, Turquie, Bruxelles, Londres, Moscou, Pékin, Genève, Deutschland, Frankreich,
    Großbritannien, Österreich, Schweiz, Italien, Spanien, Polen, Russland, Türkei, Griechenland, Ungarn, Tschechien,
    Niederlande, Belgien, Schweden, Norwegen, Dänemark, Finnland, Indien, Brasilien, Kasachstan, Usbekistan, Belarus,
    Rumänien, Bulgarien, Kroatien, Serbien, Syrien, Irak, Afghanistan, Ägypten, Libyen, Europa, Asien, Afrika,
    Amerika, USA, Moskau, Peking, Kiew, Warschau, Wien, Brüssel, Rom, Bayern, Sachsen, Hessen, Thüringen,
    Niedersachsen, Baden-Württemberg, Nordrhein-Westfalen, Sachsen-Anhalt, Schleswig-Holstein, Mecklenburg-Vorpommern,
    Rheinland-Pfalz, Россия, России, Россию, Россией, Китай, Китая, Китаю, Китаем, Китае, Казахстан, Казахстана,
    Казахстану, Казахстане, Казахстаном, Украина, Украины, Украине, Украину, Украиной, Узбекистан, Узбекистана,
    Узбекистане, США, Беларусь, Беларуси, Белоруссия, Белоруссии, Германия, Германии, Германию, Франция, Франции,
    Францию, Великобритания, Великобритании, Польша, Польши, Польше, Польшу, Турция, Турции, Турцию, Иран, Ирана,
    Иране, Израиль, Израиля, Израиле, Грузия, Грузии, Армения, Армении, Азербайджан, Азербайджана, Азербайджане,
    Кыргызстан, Кыргызстана, Кыргызстане, Киргизия, Киргизии, Таджикистан, Таджикистана, Таджикистане, Туркмения,
    Туркменистан, Туркменистана, Молдавия, Молдавии, Латвия, Латвии, Литва, Литвы, Эстония, Эстонии, Япония, Японии,
    Индия, Индии, Сирия, Сирии, Европа, Европы, Европе, Москва, Москвы, Москве, Москву, Пекин, Пекина, Пекине, Киев,
    Киева, Киеве, Астана, Астане, Астаны, Алматы, Алма-Ата, Ташкент, Ташкента, Ташкенте, Бишкек, Бишкека, Бишкеке,
    Душанбе, Ашхабад, Минск, Минска, Минске, Вашингтон, Вашингтона, Вашингтоне, Берлин, Берлина, Берлине, Париж,
    Парижа, Париже, Лондон, Лондона, Лондоне, Тегеран, Тегерана, Анкара, Анкары, Стамбул, Стамбуле, Санкт-Петербург,
    Санкт-Петербурга, Санкт-Петербурге, Крым, Крыма, Крыму, Донецк, Донецка, Донецке, Харьков, Харькова, Одесса,
    Одессы, Херсон, Херсона, Сибирь, Сибири, Чечня, Чечни, Самарканд, Самарканде, Синьцзян, Синьцзяне, Тайвань,
    Тайваня, Україна, України, Україні, Україну, Україною, Росія, Росії, Росію, Росією, Київ, Києва, Києві, Харків,
    Харкова, Львів, Львова, Одеса, Одеси, Польща, Польщі, Німеччина, Німеччини, Франція, Франції, Китаю, Крим, Криму,
    Қазақстан, Ресей, Қытай, Өзбекстан"""
)
_CJK = _rows(
    """
    中国, 美国, 俄罗斯, 日本, 韩国, 朝鲜, 印度, 英国, 法国, 德国, 乌克兰, 哈萨克斯坦, 乌兹别克斯坦,
    吉尔吉斯斯坦, 塔吉克斯坦, 土库曼斯坦, 伊朗, 以色列, 土耳其, 台湾, 香港, 新疆, 西藏, 北京, 上海, 莫斯科,
    华盛顿, 东京, 伦敦, 巴黎, 柏林, 基辅, アメリカ, 米国, ロシア, 北朝鮮, インド, イギリス, フランス, ドイツ,
    ウクライナ, イラン, イスラエル, トルコ, モスクワ, ワシントン, 東京, 大阪, ロンドン, パリ, ベルリン, キーウ"""
)

_NO_PLACES = _listed("Taliban Kremlin ASEAN EU Uyghur Uighur") | {"White House", "European Union"}


@cache
def table() -> frozenset[str]:
    """Every place that is known by its bare name."""
    named = (states().keys() | areas().keys()) - peoples() - _NO_PLACES
    return frozenset(named | _CITIES | _LANDS | _FOREIGN)


def lands() -> frozenset[str]:
    """Those of them that are larger than a city."""
    return _LANDS


SAME = {
    "U.S.": "United States", "US": "United States", "USA": "United States", "U.S.A.": "United States",
    "America": "United States", "U.K.": "United Kingdom", "UK": "United Kingdom", "Britain": "United Kingdom",
    "Great Britain": "United Kingdom", "UAE": "United Arab Emirates", "Czechia": "Czech Republic",
    "США": "Соединённые Штаты",
}  # fmt: skip
"""Short names of countries, where the text has the long one too."""


@cache
def unspaced() -> frozenset[str]:
    """The names of places in scripts that put no space between words."""
    return _CJK
