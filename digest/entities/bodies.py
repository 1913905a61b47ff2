"""The words that show a body: what such names end with, what is written beside them, and those that need neither."""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _rows(lines: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in lines.split(",") if name.strip())


HEADS = _listed(
    """
    Academy Administration Agency Airlines Airways Alliance Archive Archives Army Assembly Association Associates
    Authority Bank Biologics Board Brigade Brotherhood Broadcasting Bundesbank Bureau Business Cabinet Caucus Center
    Centers Centre Chamber Chambers Church Circuit Clinic Club Coalition Collective College Command Commission
    Committee Communications Community Company Confederation Congress Conservatory Consortium Consulate Convention
    Cooperative Corp Corp. Corporation Corps Council Court Department Directorate Dispatch Division Electric
    Electronics Embassy Endowment Enquirer Enterprises Examiner Exchange Faculty Federation Force Forces Foundation
    Forum Front Fund Gazette Gendarmerie Government Group Guard Guards Guild Herald Holding Holdings Hospital Inc Inc.
    Independent Industries Inquirer Inspectorate Institute Institution International Journal Laboratories Laboratory
    Lawyers League Legion Library Ltd Ltd. Magazine Mail Militia Ministry Mission Monitor Motors Movement Museum
    Nations Navy Network News Newspaper NGO Observatory Observer Office Orchestra Organisation Organization Panel
    Parliament Partners Partnership Party Patriarchate Petroleum Pharmaceuticals Police Politburo Post Presidium Press
    Prosecutor's Radio Rada Railways Railway Rangers Registry Secretariat Senate Seminary Service Services Society
    Soft Solutions Squadron Standard Star Sun Studios Syndicate Systems Taskforce Technologies Telecom Telegraph
    Television Theatre Theater Times Tribunal Tribune Troops Trust Union Unit Universities University Watch Workers
    Works Weekly Wing GmbH AG SE SA LLC PLC plc NV BV OAO OOO Oyj ASA FC CF AC SC United Albion Wanderers Rovers
    Ministère Parti Assemblée Sénat Université Universität Hochschule Institut Fédération Agence Conseil Commission
    Banque Compagnie Gesellschaft Stiftung Verlag Verein Partei Verband Ministerium Committee's Tanks Analytics
    Dynamics Robotics Labs Foods Stores Airport's Diocese Archdiocese Synod Mosque's Ombudsman's Customs Staff
    Representatives Commons Lords Institutes Foreign-Office Commerce Coalition's Secretariat's Treasury Aerospace
    Airbase Shipyards Steel Mining Oil Gas Energy Power Capital Investments Ventures Securities Insurance Logistics
    Shipping Biotech Pharma Semiconductor Instruments"""
)
"""What the name of a body ends with, or has before "of" or "for"."""

FIRMS = _listed(
    "Technologies Inc Inc. Corp Corp. Corporation Ltd Ltd. Airlines Holdings GmbH AG SE Group Systems Motors Biologics "
    "Pharmaceuticals Petroleum Industries Aerospace Semiconductor Robotics Labs Foods Electronics Energy"
)
"""What a company's name may go without."""

LOOSE_HEADS = _listed(
    """
    Star Sun Standard Mail Post Independent Monitor Observer Telegraph Dispatch Power Energy Gas Oil Steel Capital
    Community Convention Mission Front Court Unit Wing Board Panel Division Business Works Workers International Union
    Exchange Church Force Guard Club Office Commerce Staff United Electric Circuit Mining Government Museum Hospital
    Library Mosque Archive Center Centre Press News Network Council Customs Command Commission Committee Cabinet
    Conservatory Theatre Theater Faculty Chamber Business Insurance Shipping Collective Registry Workers Congress"""
)
"""Those that are words of other names too, or common nouns: two such words show no body yet."""

JOINING = _listed(
    """
    Republic Kingdom Gulf Strait Isle Academy Agency Archive Assembly Association Authority Bank Board Bureau Center
    Centers Centre Chamber Chambers Church Coalition College Commission Committee Confederation Conference Congress
    Corps Council Court Department Directorate Embassy Consulate Endowment Faculty Federation Foundation Fund Group
    Guild House Inspectorate Institute Institution League Library Ministry Movement Museum Network Observatory Office
    Organisation Organization Party Patriarchate School Secretariat Service Society Tribunal Trust Union University
    Université Institut Ministère Universität Hochschule Parti Banque Conseil Congregation Ombudsman Registrar Rally
    Alliance Front Campaign Collective Mothers Doctors Reporters"""
)
"""The heads that "of", "for", "on" or "to" may follow: Ministry of Foreign Affairs."""

WITH_AND = _listed(
    """
    Ministry Department Organization Organisation Agency Academy Commission Committee Centers Center Centre University
    Institute Office Directorate Council Service Ministère Authority Bureau Association Federation"""
)
"""The heads after whose "of" an "and" belongs to the name: Ministry of Labor and Social Protection."""

KINDS = _listed(
    """
    administration agency airline alliance army association authority automaker bank battalion bloc brand brigade
    broadcaster bureau business carmaker cartel center centre chain channel charity chipmaker church clinic club
    coalition college commission committee company conglomerate congregation consortium consultancy cooperative
    corporation council court daily department developer distributor drugmaker embassy enterprise exchange exporter
    faction factory federation firm forum foundation fund giant grocer group guild hospital importer initiative
    insurer institute institution journal lab laboratory lender lobby magazine maker manufacturer militia ministry
    mission monitor movement museum network newspaper ngo nonprofit operator orchestra organisation organization
    outlet parliament partner party platform portal producer provider publication publisher regulator retailer school
    service shipbuilder society squad startup start-up station studio subsidiary supermarket supplier syndicate team
    telecom theater theatre think-tank tank tabloid trust tribunal union unit university utility vendor watchdog
    website weekly wing"""
)
"""What a body is, in small letters beside its name."""

AFTER = KINDS - _listed(
    """
    administration army authority business center centre channel church court department embassy exchange faction
    factory federation forum initiative insurer journal lab laboratory lobby maker mission monitor museum network
    operator outlet parliament partner platform portal producer provider regulator school service squad station studio
    supplier tank team unit vendor wing council union fund institute commission committee ministry bureau association
    bloc chain college coalition alliance brand developer clinic hospital theater theatre trust society website
    university"""
)
"""Those that make a body of the name right before them: the Nur Otan party."""

KNOWN = _rows(
    """
    ABC, AFP, Airbus, Al Jazeera, Al-Jazeera, Al-Qaeda, Al-Qaida, Al-Shabaab, Alibaba, Amnesty, ASEAN, Associated
    Press, AstraZeneca, Atlantic Council, BAE Systems, Baidu, Barclays, BASF, Bayer, BBC, Bellingcat, Bloomberg, BMW,
    BNP Paribas, Boeing, Boko Haram, BP, Brookings, Brookings Institution, Bundesbank, Bundesrat, Bundestag,
    ByteDance, Capitol Hill, CBS, CDC, CDU, CSU, Chatham House, Chevron, CIA, CNN, CNPC, Commerzbank, Congress,
    Council of Europe, Credit Suisse, CSTO, Daimler, DARPA, Deloitte, Deutsche Bahn, Deutsche Bank, Deutsche Telekom,
    DHS, Downing Street, DW, ECB, ECOWAS, Equinor, Ericsson, Euronews, European Union, EU, Europol, Evergrande, Exxon,
    ExxonMobil, Facebook, FBI, FDA, FDP, FIFA, FSB, Foxconn, Frontex, FTX, G7, G20, GAO, Gazprom, GCHQ, General
    Electric, General Motors, Goldman Sachs, Google, Greenpeace, GRU, Guantanamo Bay, Hamas, Hezbollah, Hizballah,
    HSBC, Huawei, Human Rights Watch, IAEA, IBM, ICC, ICJ, ICRC, IMF, ING, Instagram Inc, Interfax, Interpol,
    INTERPOL, IPCC, IRA, IRGC, IRS, Islamic State, JPMorgan, JPMorgan Chase, KazMunayGas, KGB, Knesset, Kremlin,
    LinkedIn, Lockheed Martin, Lufthansa, Lukoil, McKinsey, Mercosur, Microsoft, Majlis, Mazhilis, MI5, MI6,
    Mojahedin, Morgan Stanley, Mossad, Moody's, NASA, NATO, NBC, Nestlé, Netflix, Nissan, Nokia, Nornickel, Novatek,
    NPR, NSA, Nvidia, OECD, OPCW, OPEC, OSCE, PBS, Pegatron, Pemex, Pentagon, Petrobras, Pfizer, PLO, Politburo,
    Politico, Qualcomm, Reuters, RIA Novosti, Roscosmos, Rosatom, Rosneft, Rosoboronexport, RFE/RL, Radio Liberty,
    Radio Free Europe/Radio Liberty, RT, Ryanair, Samsung, Saudi Aramco, Aramco, Sberbank, SCO, SEC, Senate, Siemens,
    Sinn Fein, Sinopec, Sinopharm, Sinovac, SMIC, SoftBank, Sony, SpaceX, SPD, State Duma, Duma, Sverdlovsk Oblast
    Court, Swissport, Taliban, TASS, Tencent, Tesla, ThyssenKrupp, TikTok Inc, TotalEnergies, Toyota, Transneft, TSMC,
    UBS, UEFA, UK Parliament, UN, U.N., UNDP, UNESCO, UNHCR, UNICEF, UniCredit, United Nations, UNRWA, USAID,
    Unilever, Verkhovna Rada, Visegrad Group, Volkswagen, Volvo, VTB, Wagner Group, Walmart, WFP, WHO, WTO, White
    House, WikiLeaks, WADA, Xinhua, YouTube Inc, ZTE, Zhogorku Kenesh, Jogorku Kenesh, The Atlantic, The Economist,
    The Guardian, The Intercept, The Diplomat, The Hill, The Insider, The Independent, Der Spiegel, Die Welt, Die
    Zeit, Le Monde, Le Figaro, El País, Meduza, Novaya Gazeta, Kommersant, Vedomosti, Izvestia, Pravda, Axios, Vox,
    Slate, Caixin, Grünen, AfD, FAZ, ARD, ZDF, NDR, WDR, MDR, Bundeswehr, Bundesregierung, Bundesverfassungsgericht,
    Auswärtiges Amt, Auswärtige Amt, Auswärtigen Amt, Bundeskriminalamt, Elysée, Élysée, ONU, OTAN, Union européenne,
    Assemblée nationale, ООН, НАТО, ОБСЕ, ЕС, МИД, ФСБ, ГРУ, МВД, СБУ, ШОС, ОДКБ, ЕАЭС, СНГ, МВФ, ВОЗ, ТАСС,
    Интерфакс, РИА Новости, Кремль, Кремля, Кремле, Кремлю, Госдума, Госдумы, Госдуме, Госдуму, Газпром, Роснефть,
    Росатом, Минобороны, Минфин, Минюст, Роскомнадзор, Яндекс, Сбербанк, Верховна Рада, Верховної Ради, СБУ, ЗСУ, ВСУ,
    НАБУ, ЄС, МЗС, Хамас, ХАМАС, Хезболла, Талибан, ЦАХАЛ"""
)
"""Bodies that are known by a bare name."""

CONTESTS = _rows("Champions League, Europa League, Conference League, Premier League, Nations League, Super League")
"""What is played for, though its name ends as a body's."""
NOT_BODIES = _listed(
    """
    AI AIDS AM AP CEO CFO COO CO2 COVID DNA DVD ETA EV FAQ GDP GMT GPS HIV HR ID IP IT IQ LED LGBT LGBTQ LNG MP MEP
    MRI NGO NGOs OK PC PCR PDF PM PR PhD RNA SIM SMS SUV TV UFO UK US USA UAE USSR UTC VAT VIP VPN WWI WWII XI XL ISO
    API URL USD EUR GBP RMB CNY ICU PTSD BRI BC AD CET CEST EST EDT PST PT CT ET MT TBA RIP Q&A R&D B2B FOTO VIDEO
    LIVE NEW BREAKING"""
)
"""Capital letters that stand for other things."""
