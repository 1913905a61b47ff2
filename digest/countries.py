"""Countries as English news names them: by name, by adjective, by capital."""

from __future__ import annotations

import re
from functools import cache

# name: adjectives and people, then, after a slash, capitals and other names that stand for the state.
_TABLE = """
Afghanistan: Afghan / Kabul, Taliban
Albania: Albanian / Tirana
Algeria: Algerian / Algiers
Angola: Angolan / Luanda
Argentina: Argentine, Argentinian / Buenos Aires
Armenia: Armenian / Yerevan
Australia: Australian / Canberra
Austria: Austrian / Vienna
Azerbaijan: Azerbaijani, Azeri / Baku
Bahrain: Bahraini / Manama
Bangladesh: Bangladeshi / Dhaka
Belarus: Belarusian / Minsk
Belgium: Belgian
Bolivia: Bolivian / La Paz
Bosnia-Herzegovina: Bosnian / Sarajevo, Bosnia, Bosnia and Herzegovina
Botswana: Botswanan / Gaborone
Brazil: Brazilian / Brasilia, Brasília
Bulgaria: Bulgarian / Sofia
Burkina Faso: Burkinabe / Ouagadougou
Burundi: Burundian
Cambodia: Cambodian / Phnom Penh
Cameroon: Cameroonian / Yaounde
Canada: Canadian / Ottawa
Central African Republic: / Bangui
Chad: Chadian / N’Djamena
Chile: Chilean
China: Chinese / Beijing
Colombia: Colombian / Bogota, Bogotá
Congo: Congolese / Kinshasa, Democratic Republic of Congo, DR Congo, DRC
Costa Rica: Costa Rican
Croatia: Croatian, Croat / Zagreb
Cuba: Cuban / Havana
Cyprus: Cypriot / Nicosia
Czech Republic: Czech / Prague, Czechia
Denmark: Danish, Dane / Copenhagen, Greenland
Djibouti: Djiboutian
Dominican Republic: / Santo Domingo
Ecuador: Ecuadorian, Ecuadorean / Quito
Egypt: Egyptian / Cairo
El Salvador: Salvadoran / San Salvador
Eritrea: Eritrean / Asmara
Estonia: Estonian / Tallinn
Ethiopia: Ethiopian / Addis Ababa
Fiji: Fijian / Suva
Finland: Finnish, Finn / Helsinki
France: French / Paris
Gabon: Gabonese / Libreville
Georgia: Georgian / Tbilisi
Germany: German / Berlin
Ghana: Ghanaian / Accra
Greece: Greek / Athens
Guatemala: Guatemalan
Guinea: Guinean / Conakry
Haiti: Haitian / Port-au-Prince
Honduras: Honduran / Tegucigalpa
Hong Kong: Hong Konger
Hungary: Hungarian / Budapest
Iceland: Icelandic, Icelander / Reykjavik
India: Indian / New Delhi, Delhi
Indonesia: Indonesian / Jakarta
Iran: Iranian / Tehran
Iraq: Iraqi / Baghdad
Ireland: Irish / Dublin
Israel: Israeli / Jerusalem, Tel Aviv
Italy: Italian / Rome
Ivory Coast: Ivorian / Abidjan
Jamaica: Jamaican / Kingston
Japan: Japanese / Tokyo
Jordan: Jordanian / Amman
Kazakhstan: Kazakh, Kazakhstani / Nur-Sultan, Astana, Almaty
Kenya: Kenyan / Nairobi
Kosovo: Kosovar, Kosovan / Pristina
Kuwait: Kuwaiti
Kyrgyzstan: Kyrgyz, Kyrgyzstani / Bishkek
Laos: Lao, Laotian / Vientiane
Latvia: Latvian / Riga
Lebanon: Lebanese / Beirut
Liberia: Liberian / Monrovia
Libya: Libyan / Tripoli
Lithuania: Lithuanian / Vilnius
Luxembourg: Luxembourgish
Madagascar: Malagasy / Antananarivo
Malawi: Malawian / Lilongwe
Malaysia: Malaysian / Kuala Lumpur, Putrajaya
Maldives: Maldivian
Mali: Malian / Bamako
Malta: Maltese / Valletta
Mauritania: Mauritanian / Nouakchott
Mexico: Mexican / Mexico City
Moldova: Moldovan / Chisinau, Chișinău, Transnistria
Mongolia: Mongolian / Ulaanbaatar, Ulan Bator
Montenegro: Montenegrin / Podgorica
Morocco: Moroccan / Rabat
Mozambique: Mozambican / Maputo
Myanmar: Burmese / Naypyidaw, Burma
Namibia: Namibian / Windhoek
Nepal: Nepali, Nepalese / Kathmandu
Netherlands: Dutch / The Hague, Amsterdam
New Zealand: New Zealander
Nicaragua: Nicaraguan / Managua
Niger: Nigerien / Niamey
Nigeria: Nigerian / Abuja, Lagos
North Korea: North Korean / Pyongyang
North Macedonia: Macedonian, North Macedonian / Skopje
Norway: Norwegian / Oslo
Oman: Omani / Muscat
Pakistan: Pakistani / Islamabad
Palestinian Territories: Palestinian / Gaza, West Bank, Ramallah
Panama: Panamanian
Papua New Guinea: / Port Moresby
Paraguay: Paraguayan / Asuncion
Peru: Peruvian / Lima
Philippines: Philippine, Filipino / Manila
Poland: Polish, Pole / Warsaw
Portugal: Portuguese / Lisbon
Qatar: Qatari / Doha
Romania: Romanian / Bucharest
Russia: Russian / Moscow, Kremlin
Rwanda: Rwandan / Kigali
Saudi Arabia: Saudi / Riyadh
Senegal: Senegalese / Dakar
Serbia: Serbian, Serb / Belgrade
Sierra Leone: Sierra Leonean / Freetown
Singapore: Singaporean
Slovakia: Slovak / Bratislava
Slovenia: Slovenian, Slovene / Ljubljana
Somalia: Somali / Mogadishu
South Africa: South African / Pretoria, Johannesburg
South Korea: South Korean / Seoul
South Sudan: South Sudanese / Juba
Spain: Spanish, Spaniard / Madrid
Sri Lanka: Sri Lankan / Colombo
Sudan: Sudanese / Khartoum
Sweden: Swedish, Swede / Stockholm
Switzerland: Swiss / Bern, Geneva
Syria: Syrian / Damascus
Taiwan: Taiwanese / Taipei
Tajikistan: Tajik, Tajikistani / Dushanbe
Tanzania: Tanzanian / Dodoma
Thailand: Thai / Bangkok
Tunisia: Tunisian / Tunis
Turkey: Turkish, Turk / Ankara, Türkiye
Turkmenistan: Turkmen / Ashgabat
Uganda: Ugandan / Kampala
Ukraine: Ukrainian / Kyiv, Kiev
United Arab Emirates: Emirati / Abu Dhabi, Dubai, UAE
United Kingdom: British, Briton / London, Britain, UK, U.K., Scotland, England, Wales
United States: American / Washington, U.S., US, USA, White House
Uruguay: Uruguayan / Montevideo
Uzbekistan: Uzbek, Uzbekistani / Tashkent, Samarkand
Venezuela: Venezuelan / Caracas
Vietnam: Vietnamese / Hanoi
Yemen: Yemeni / Sanaa
Zambia: Zambian / Lusaka
Zimbabwe: Zimbabwean / Harare
"""

_REGIONS = """
Central Asia: Central Asian
South Asia: South Asian
Southeast Asia: Southeast Asian, ASEAN
South Caucasus: Caucasus
Western Balkans: Balkan, Balkans
Middle East: Middle Eastern
Africa: African
Latin America: Latin American
Pacific: Pacific Islands
European Union: EU, Brussels
Europe: European
Xinjiang: Uyghur, Uighur
Tibet: Tibetan / Lhasa
Kashmir: Kashmiri
Crimea: Crimean
Arctic:
"""


def countries(text: str) -> tuple[tuple[str, int], ...]:
    """The countries `text` names, each with the place of its first mention, in order.

    >>> countries("Budapest approved a Chinese vaccine that Hungarians wanted.")
    (('Hungary', 0), ('China', 20))
    """
    return _found(text, _TABLE)


def regions(text: str) -> tuple[tuple[str, int], ...]:
    """The regions `text` names, likewise.

    >>> regions("Water is short in all Central Asian states.")
    (('Central Asia', 22),)
    """
    return _found(text, _REGIONS)


def _found(text: str, table: str) -> tuple[tuple[str, int], ...]:
    pattern, names = _lexicon(table)
    found: dict[str, int] = {}
    for mention in pattern.finditer(text):
        word = mention.group()
        found.setdefault(names.get(word) or names[word.removesuffix("s")], mention.start())
    return tuple(found.items())


@cache
def _lexicon(table: str) -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    for row in table.strip().splitlines():
        country, _, rest = row.partition(":")
        people, _, places = rest.partition("/")
        names[country] = country
        for word in (*people.split(","), *places.split(",")):
            if word.strip():
                names[word.strip()] = country
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})s?(?!\w)"), names


@cache
def states() -> dict[str, str]:
    """Every name of a country, its capital included, and of its people → the country.

    >>> states()["Prague"], states()["Czech"]
    ('Czech Republic', 'Czech Republic')
    """
    return _lexicon(_TABLE)[1]


@cache
def areas() -> dict[str, str]:
    """Every name of a region of several countries, or of a country, and of its people → the region."""
    return _lexicon(_REGIONS)[1]


@cache
def peoples() -> frozenset[str]:
    """The adjectives and names of peoples, singular.

    >>> "Kazakh" in peoples(), "Astana" in peoples()
    (True, False)
    """
    rows = (row.partition(":")[2].partition("/")[0] for row in (_TABLE + _REGIONS).splitlines())
    return frozenset(word.strip() for row in rows for word in row.split(",") if word.strip())
