"""The words around the names of a byline, as tables: labels, roles, agencies, and what stands in for a name.

A row holds the phrases of one language or use, joined by "|"; a blank stands for any white space.
"""

from __future__ import annotations

from functools import cache

WRITTEN = {
    "en": "by|written by|reported by|words by|story by|text by|report by|article by|analysis by|opinion by|column by|"
    "comment by|commentary by|review by|essay by|interview by|posted by|published by|submitted by|authored by|"
    "a report by|guest post by|news by|features? by|exclusive by|written and reported by|reported and written by|"
    "words and photos by|text and photos by|story and photos by|compiled by|as told to|byline",
    "de": "von|veröffentlicht von|geschrieben von|verfasst von|ein(?:e)? [a-zäöüß-]{3,30} von|kommentar von|"
    "gastbeitrag von|analyse von|interview von|kolumne von|essay von|bericht von|aus .{2,30} berichte(?:t|n)",
    "fr": "par|écrit par|publié par|rédigé par|posté par|propos recueillis par|article de|un article de",
    "es": "por|escrito por|publicado por|redactado por",
    "it": "di|scritto da|pubblicato da|a cura di|articolo di|testo di",
    "nl": "door|geschreven door|geplaatst door",
    "nordic": "av|af|skrevet af|skrevet av|skriven av|publicerat av|publicerad av|publiceret af|publisert av|"
    "kirjoittanut",
    "slavic": "napsal|napsala|przez|napisał|napisała|piše|pise|пише|написал|написала|подготовил|подготовила",
    "tr": "yazan|haberi yazan|hazırlayan",
    "ro": "scris de|publicat de",
    "id": "oleh|ditulis oleh|penulis",
    "vi": "bởi",
    "el": "γράφει ο|γράφει η|γράφουν οι|γράφει|γράφουν|από τον|από την|του|της",
    "ar": "بقلم|كتبه|كتب|كتبت",
    "he": "מאת",
    "fa": "نوشته",
    "sw": "imeandikwa na|na",
    "th": "โดย",
    "ja": "文・写真|取材・文|文",
    "zh": "撰文",
}
"""What stands before the names of those who wrote, with or without a colon."""

AUTHOR_LABELS = (
    "autor(?:en)?(?:/-?|[*:_])in(?:nen)?|"
    "author|authors|author name|writer|writers|reporter|reporters|byline|text|words|story|autor|autorin|autoren|"
    "autorinnen|auteur|auteure|auteurs|autrice|autore|autrici|autori|autora|autores|texto|texte|testo|tekst|tekster|"
    "textes|rédacteur|rédactrice|redactor|redactora|redacción de|journaliste|journalist|journalisten|journalista|"
    "periodista|skribent|forfatter|författare|kirjoittaja|toimittaja|teksti|texti|höfundur|szerző|írta|szöveg|tekst i|"
    "автор|авторы|автор статьи|автор текста|автор материала|авторка|автори|текст|корреспондент|журналист|журналистка|"
    "автори тексту|yazar|muhabir|haber|tác giả|penulis|pewarta|reporter berita|συντάκτης|συντάκτρια|κείμενο|συντάκτες|"
    "الكاتب|المؤلف|تحرير|כתב|כותב|نویسنده|लेखक|रिपोर्टर|লেখক|ผู้เขียน|ผู้สื่อข่าว|作者|記者|记者|文/图|文|撰文|執筆|"
    "ライター|글|글쓴이|취재|기자|opinion|analysis|kommentar|analyse"
)
"""Labels that name an author where a colon or the end of an element follows."""

HELPING = {
    "photographs": "photos?|photograph(?:s|y|er)?|photos? by|photograph(?:s|y|ed)? by|pictures?(?: by)?|images?|"
    "image credit|"
    "images? by|foto|fotos|fotografie|fotografien|fotograf|fotografin|bild|bilder|photographe|photographies|"
    "crédits? photos?|fotografía|fotografías|imagen|imágenes|fotografo|foto di|foto's|fotografia|foto by|kuva|kuvat|"
    "fotó|ljósmynd|фото|фотограф|фотографии|світлини|fotoğraf|φωτό|φωτογραφίες|صور|تصوير|צילום|摄影|攝影|图|图片|"
    "写真|撮影|사진",
    "pictures": "illustrations?(?: by)?|illustrated by|illustrationen|illustrator|illustrazioni|ilustración|"
    "ilustraciones|"
    "grafik|grafiken|graphics?(?: by)?|infographics?|infografik|grafica|gráficos?|karten?|maps? by|art by|"
    "video|videos?|videos? by|video by|kamera|camera|schnitt|audio|cover|иллюстрации|视频",
    "translation": "translat(?:ion|ed|or)(?: by)?|übersetz(?:ung|t)(?: von)?|übersetzung und adapt(?:ierung|ion)|"
    "übersetzer(?:in)?|aus dem [a-zäöü]{4,20} von|traduction(?: de)?|traduit(?: .{2,20})? par|"
    "traduction et adaptation|"
    "traductor|traductora|traducción(?: de)?|traduzione(?: di)?|traducido por|tradução|vertaling|vertaald door|"
    "oversættelse|oversatt av|översättning|перевод|перевёл|перевела|переклад|przekład|tłumaczenie|překlad|çeviri|"
    "翻译|翻譯|编译|翻訳|訳|번역",
    "editing": "edit(?:ed|ing)(?: by)?|editors?|edición|editado por|redaktion|redaktör|redigering|redigeret af|"
    "redigiert von|bearbeitet von|adaptation|adaptierung|supervis(?:ed|ing) by|montaje|editor responsável|редактор|"
    "редактура|редактор текста|责编|责任编辑|編輯|编辑|責任編輯|审核|校对|編集|편집",
    "reporting": "(?:with )?(?:additional |further |more |extra )?(?:reporting|research|contributions?|files)"
    "(?: (?:and|&) (?:writing|research|reporting|editing))*(?: by| from)|"
    "mitarbeit|unter mitarbeit von|mit material von|mit|avec|with|recherche|zusätzliche berichterstattung|"
    "con información de|con la colaboración de|colaboración|colabora(?:n|ron)?|ha collaborato|"
    "con la collaborazione di|"
    "medewerking|med bidrag från|при участии|участие|за участю|contributors?|contributed by|research",
    "source": "sources?|quellen?|fuentes?|fonti?|fonte|bron|kilde|källa|zdroj|źródło|источник|джерело|kaynak|sumber|"
    "nguồn|πηγή|المصدر|מקור|منبع|来源|來源|出典|出処|稿源|출처|via",
    "subject": "categor(?:y|ies)|filed under|tags?|tagged|labels?|topics?|subjects?|keywords?|isbn|issn|"
    "kategorien?|rubrik(?:en)?|ressort|thema|themen|schlagworte?|schlagwörter|stichworte?|abgelegt unter|"
    "veröffentlicht in|catégories?|rubriques?|mots.clés|étiquettes|classé dans|categorías?|etiquetas|categorie|"
    "categorias?|рубрик[аи]|категори[яи]|теги|метки|kategori|etiketler|kategorie|štítky|标签|标籤|分类|分類|태그",
    "production": "montage|mixage|mise en ligne|prise de son|son|bruitage|"
    "produ(?:ced|ction|cer)(?: by)?|produktion|production|réalisation|regie|design|layout|"
    "fact.?check(?:ed|er|ing)?(?: by)?|review(?:ed)? by|medically reviewed by|presented by|hosted by|moderation|"
    "curated by|host|moderator|approved by|sponsored by|sprecher|music|musik",
}
"""What stands before the names of those who helped."""

PHRASES_OF_HELP = "|".join(
    (
        r"(?:with )?(?:additional |further |more |extra )?(?:reporting|research|editing|writing|contributions|files)"
        r"(?: (?:and|&) (?:writing|research|reporting|editing))*(?: by| from)",
        r"(?:photos|photographs?|photography|pictures|images|illustrations?|graphics|video|videos|maps|art)(?: by)",
        r"photo by|edited by|translated by|illustrated by|produced by|fact.?checked by|reviewed by|designed by",
        r"medically reviewed by|(?:fotos|bilder|illustrationen|videos?) von|photos de|fotos de|foto di|"
        r"unter mitarbeit von|mit material von|con información de|con la collaborazione di",
        r"con la colaboración de|aus dem [a-zäöü]{4,20} von|traduit(?: .{2,20})? par|traducido por|traduzione di",
        r"übersetzt von|redigiert von|bearbeitet von|при участии",
    )
)
"""Those of them that tell themselves from a name without a colon."""

ROLES = (
    "correspondents?|reporters?|editors?|writers?|columnists?|analysts?|contributors?|journalists?|bureau chiefs?|"
    "fellows?|staffers?|producers?|professors?|critics?|authors?|commentators?|freelancers?|bloggers?|researchers?|"
    "strategists?|lecturers?|director|manager|chief executive|co-founder|founder|host|anchor|presenter|intern|trainee|"
    "photographers?|photojournalists?|videographers?|illustrators?|specialists?|experts?|president|lawyer|economist|"
    "editor-in-chief|editor-at-large|reporter-in-chief|"
    "redakteur(?:in)?(?:nen|e)?|\\w{2,30}(?:redakteur|korrespondent|reporter|journalist|expert)(?:e|in|en|innen)?|"
    "chefredakteur(?:in)?|korrespondent(?:in)?(?:en)?|volontär(?:in)?|journalistin(?:nen)?|"
    "autor(?:in)?|ressortleiter(?:in)?|teamleiter(?:in)?|reporterin|kolumnist(?:in)?|leiter(?:in)?|"
    "chefreporter(?:in)?|kommentator(?:in)?|experte|expertin|"
    "correspondante?s?|journalistes?|rédacteurs?|rédactrices?|chroniqueur|chroniqueuse|éditorialiste|"
    "envoyée? spéciale?|"
    "grand reporter|cheffe? de service|"
    "corresponsal|periodistas?|redactora?|redactores|columnista|enviad[oa] especial|jefe de|directora?|"
    "giornalist[ai]|corrispondente|inviat[oa]|redattore|redattrice|caporedattore|"
    "repórter|jornalistas?|colunista|redator|editora|jornalista|"
    "redacteur|verslaggever|verslaggeefster|correspondente|politiek verslaggever|"
    "korrespondent|redaktør|redaktör|skribent|journaliste|kommentator|toimittaja|fréttamaður|blaðamaður|"
    "dziennikarz|dziennikarka|redaktor|redaktorka|publicysta|"
    "корреспондент|обозреватель|редактор|журналист(?:ка)?|колумнист|кореспондент(?:ка)?|оглядач(?:ка)?|"
    "muhabiri?|editörü?|yazarı?|gazeteci|wartawan|jurnalis|pewarta"
)
"""What a person who signs does for a living."""

RANKS = (
    "senior|chief|deputy|associate|assistant|executive|managing|contributing|staff|special|acting|former|lead|junior|"
    "general|national|world|foreign|international|global|diplomatic|political|politics|parliamentary|economics?|"
    "economy|business|financial|finance|markets?|energy|environment|climate|security|defen[cs]e|military|science|"
    "health|"
    "technology|tech|investigations?|investigative|news|data|legal|home|lifestyle|features?|sports?|football|culture|"
    "arts|entertainment|showbiz|royal|crime|education|travel|digital|multimedia|live|affairs|transport|consumer|money|"
    "city|metro|regional|local|community|opinion|web|online|video|social|media|media|audience|breaking|guest|"
    "freelance|"
    "independent|asia|africa|europe|european|eurasia|americas?|us|uk|eu|un|china|russia|ukraine|india|japan|korea|"
    "turkey|iran|germany|france|kremlin|brussels|beijing|moscow|kyiv|washington|berlin|paris|london|delhi|tokyo|"
    "leitende[rs]?|freie[rs]?|stellvertretende[rs]?|verantwortliche[rs]?|politische[rs]?|erste[rs]?"
)
"""What stands before a role."""

AGENCIES = {
    "world": "Reuters|Thomson Reuters|AFP|AP|Associated Press|The Associated Press|Agence France-Presse|UPI|Bloomberg|"
    "Bloomberg News|United Press International|Dow Jones|Dow Jones Newswires|CNN Newsource|CNN Wire|Zuma Press|"
    "Press Association|PA|PA Media|PA News Agency|The Canadian Press|Canadian Press|La Presse Canadienne|AAP|"
    "Australian Associated Press|Wire services|Wire reports|Agencies|Agence|IPS|Inter Press Service|Newswire|"
    "PR Newswire",
    "de": "dpa|dpa-AFX|DPA|AFP Deutschland|APA|SDA|Keystone-SDA|sda|epd|KNA|SID|sid|dpa-infocom|dts|"
    "dts Nachrichtenagentur|"
    "Deutsche Presse-Agentur|Reuters Deutschland|dpa/lby|dpa/lbn|ots|AWP|cid|Agenturen",
    "romance": "ANSA|Ansa|Adnkronos|AdnKronos|AGI|LaPresse|Askanews|EFE|Agencia EFE|Europa Press|EuropaPress|EP|"
    "Servimedia|"
    "Lusa|Agência Lusa|Agência Brasil|Estadão Conteúdo|Folhapress|Télam|Telam|Notimex|Prensa Latina|ACN|Belga|ANP|"
    "ATS|Keystone-ATS|Agerpres|AGERPRES|Mediafax|News.ro|Agencias|Agencia|Redacción y agencias|DPA/EP|Xinhua Español",
    "north": "TT|NTB|Ritzau|STT|BNS|LETA|ELTA|ERR|BNS Estonia",
    "east": "PAP|ČTK|TASR|SITA|MTI|HINA|Hina|Tanjug|TANJUG|Beta|BETA|FENA|Fena|MINA|BTA|БТА|МИА|STA|ATA|ANA-MPA|"
    "AMNA|ΑΠΕ-ΜΠΕ|"
    "ТАСС|TASS|РИА Новости|RIA Novosti|Интерфакс|Interfax|Интерфакс-Украина|Укринформ|Укрінформ|Ukrinform|УНІАН|UNIAN|"
    "УНИАН|BelTA|БелТА|Kazinform|Казинформ|Sputnik|ТАСС-Спорт|УНН|RFE/RL",
    "turkic": "Anadolu Ajansı|Anadolu Agency|Anadolu|AA|DHA|Demirören Haber Ajansı|İHA|IHA|İhlas Haber Ajansı|ANKA|"
    "AZƏRTAC|"
    "Azertac|Trend|APA.az|Report|Kabar|Khovar|UzA|24.kg",
    "asia": "Xinhua|新华社|新華社|中新社|中新网|央视新闻|中央社|共同通信|共同通信社|共同社|時事通信|時事通信社|時事|"
    "ロイター|AFP時事|"
    "Kyodo|Kyodo News|Jiji Press|Jiji|연합뉴스|뉴시스|뉴스1|로이터|Yonhap|PTI|Press Trust of India|ANI|IANS|UNI|APP|"
    "BSS|UNB|Antara|"
    "ANTARA|Bernama|BERNAMA|VNA|TTXVN|TNA|Central News Agency|CNA|भाषा|पीटीआई|एएनआई|আইএএনএস",
    "south": "WAFA|MENA|SPA|WAM|QNA|Petra|KUNA|IRNA|ISNA|Tasnim|Fars|NAN|News Agency of Nigeria|GNA|KNA|AIM|PANA|"
    "Panapress|"
    "رويترز|أ ف ب|أ.ف.ب|فرانس برس|وكالات|د ب أ|واس|وام|وفا|ایرنا|ایسنا|Afrik21|SAnews|African News Agency|ANA",
}
"""News agencies, as they sign; short ones in just these letters."""

PLACEHOLDERS = (
    "and|und|et|og|och|ve|та|och|oraz|with|mit|avec|con|in|on|at|from|for|von|par|por|am|um|at|uhr|"
    "admin|administrator|adminstrator|wpadmin|webmaster|root|user|users|guest|guest author|guest user|unknown|"
    "anonymous|"
    "anonym|anónimo|none|null|undefined|nan|n/a|na|nil|test|tester|default|default author|author|authors|autor|"
    "auteur|autore|"
    "the author|by|editor|editors|staff|web|website|online|news|home|post|blog|cms|api|"
    "system|"
    "superuser|super user|moderator|contributor|contributors|unbekannt|inconnu|sin autor|no author|author name|"
    "firstname lastname|false|true|wordpress|super admin|site admin|siteadmin|site editor|nachrichten|your name|"
    "пользователь|админ|"
    "kontakt|contact|contact us|impressum|about|about us|profile|twitter|facebook|share|follow|автор|администратор|"
    "имя|yazar|penulis|管理员|管理者|匿名|佚名|未知|관리자|작성자|المحرر|مدير|redaktor|redactor"
)
"""What a machine puts where nobody signed."""

DAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|"
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|"
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda-feira|terça-feira|quarta-feira|"
    "quinta-feira|sexta-feira|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|måndag|mandag|tisdag|"
    "tirsdag|onsdag|torsdag|fredag|lördag|lørdag|søndag|söndag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|"
    "niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle|понедельник|вторник|среда|четверг|пятница|суббота|"
    "воскресенье|понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя|pazartesi|salı|çarşamba|perşembe|cuma|"
    "cumartesi|pazar"
)
"""Days of the week, which a date leaves behind."""

FURNITURE = (
    "share|follow|following|read|more|comments?|listen|watch|video|videos|photo|photos|news|newsletter|subscribe|"
    "sign|log|"
    "login|add|google|preferred|source|minutes?|min|mins|ago|hours?|updated?|published|posted|about|view|views|all|"
    "posts?|"
    "articles?|contact|e-?mail|mail|twitter|facebook|instagram|linkedin|whatsapp|telegram|profile|bio|save|print|"
    "copy|link|"
    "links|related|latest|top|stories|story|see|back|next|previous|menu|search|home|open|close|show|hide|full|page|"
    "click|"
    "here|join|support|donate|gift|bookmark|article|today|yesterday|exclusive|breaking|live|updates|opinion|analysis|"
    "sponsored|advertisement|credit|credits|image|images|getty|picture|courtesy|navigation|social|copyright|rights|"
    "reserved|terms|privacy|policy|cookies|our|your|this|that|these|what|why|how|when|where|who|the|teilen|folgen|"
    "mehr|lesen|"
    "kommentare|artikel|aktualisiert|veröffentlicht|stand|uhr|quelle|merken|drucken|anhören|vorlesen|partager|"
    "suivre|lire|"
    "écouter|publié|mis|jour|compartir|seguir|leer|escuchar|publicado|actualizado|guardar|condividi|leggi|ascolta|"
    "pubblicato|aggiornato|compartilhar|ouvir|deel|delen|lees|dela|läs|lyssna|publicerad|uppdaterad|del|les|lytt|"
    "publisert|"
    "oppdatert|opdateret|udgivet|jaa|lue|julkaistu|päivitetty|poslechnout|sdílet|publikováno|aktualizováno|udostępnij|"
    "поделиться|подписаться|читать|опубликовано|обновлено|paylaş|takip|güncelleme|giriş|son|yayınlanma|abone"
)
"""Words of a site's furniture, which belong to no name."""


def alternation(*rows: str) -> str:
    """A regex of the phrases of `rows`, whose blanks match any white space."""
    return "|".join(rows).replace(" ", r"\s")


@cache
def agencies() -> frozenset[str]:
    """Every agency, in its own letters."""
    return frozenset(name for row in AGENCIES.values() for name in row.split("|"))


@cache
def agencies_folded() -> frozenset[str]:
    """Those of four letters and more, without case."""
    return frozenset(name.casefold() for name in agencies() if len(name) > 3 or not name.isascii())


@cache
def placeholders() -> frozenset[str]:
    """What is no name, without case."""
    return frozenset((*PLACEHOLDERS.split("|"), *DAYS.split("|")))
