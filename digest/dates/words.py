"""The words for months and weekdays in the languages of newspapers, as tables.

A row holds twelve months from January or seven days from Monday; forms of one month are joined by "|".
Source of names and abbreviations: Unicode CLDR, https://cldr.unicode.org/ (format and stand-alone forms).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

ENGLISH_MONTHS = (
    "January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug September|Sept|Sep "
    "October|Oct November|Nov December|Dec"
)

MONTHS = {
    "en": ENGLISH_MONTHS,
    "ar": "يناير فبراير مارس أبريل|ابريل مايو يونيو يوليو أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر",
    "cs": "ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec srpna|srpen "
    "září října|říjen listopadu|listopad prosince|prosinec",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "de": "Januar|Jänner|Jan Februar|Feber|Feb März|Mär|Mrz April|Apr Mai Juni|Jun Juli|Jul August|Aug "
    "September|Sep|Sept Oktober|Okt November|Nov Dezember|Dez",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου "
    "Νοεμβρίου Δεκεμβρίου",
    "es": "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago "
    "septiembre|setiembre|sep|sept octubre|oct noviembre|nov diciembre|dic",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "fr": "janvier|janv février|févr|fév mars avril|avr mai juin juillet|juil août septembre|sept octobre|oct "
    "novembre|nov décembre|déc",
    "hi": "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "it": "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set "
    "ottobre|ott novembre|nov dicembre|dic",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "nl": "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep|sept "
    "oktober|okt november|nov december|dec",
    "no": "januar februar mars april mai juni juli august september oktober november desember|des",
    "pl": "stycznia|styczeń|sty lutego|luty|lut marca|marzec kwietnia|kwiecień|kwi maja|maj czerwca|czerwiec|cze "
    "lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz października|październik|paź listopada|listopad|lis "
    "grudnia|grudzień|gru",
    "pt": "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set "
    "outubro|out novembro|nov dezembro|dez",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "ru": "января|январь|январе|янв февраля|февраль|феврале|фев|февр марта|март|марте|мар апреля|апрель|апреле|апр "
    "мая|май|мае июня|июнь|июне|июн июля|июль|июле|июл августа|август|августе|авг "
    "сентября|сентябрь|сентябре|сен|сент октября|октябрь|октябре|окт ноября|ноябрь|ноябре|ноя|нояб "
    "декабря|декабрь|декабре|дек",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "uk": "січня|січень|січні лютого|лютий|лютому березня|березень|березні квітня|квітень|квітні "
    "травня|травень|травні червня|червень|червні липня|липень|липні серпня|серпень|серпні "
    "вересня|вересень|вересні жовтня|жовтень|жовтні листопада|листопад|листопаді грудня|грудень|грудні",
    # Below those above, for a word that two languages share means what the larger press means by it.
    "bn": "জানুয়ারি|জানুয়ারী ফেব্রুয়ারি|ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট|অগাস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "he": "בינואר|ינואר בפברואר|פברואר במרץ|מרץ|במרס|מרס באפריל|אפריל במאי|מאי ביוני|יוני ביולי|יולי באוגוסט|אוגוסט "
    "בספטמבר|ספטמבר באוקטובר|אוקטובר בנובמבר|נובמבר בדצמבר|דצמבר",
    "hr": "siječnja|siječanj veljače|veljača ožujka|ožujak travnja|travanj svibnja|svibanj lipnja|lipanj srpnja|"
    "srpanj "
    "kolovoza|kolovoz rujna|rujan listopada studenoga|studenog|studeni prosinca|prosinac",
    "hy": "հունվարի|հունվար փետրվարի|փետրվար մարտի|մարտ ապրիլի|ապրիլ մայիսի|մայիս հունիսի|հունիս հուլիսի|հուլիս "
    "օգոստոսի|օգոստոս սեպտեմբերի|սեպտեմբեր հոկտեմբերի|հոկտեմբեր նոյեմբերի|նոյեմբեր դեկտեմբերի|դեկտեմբեր",
    "ka": "იანვარი|იანვარს თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
    "lt": "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "lv": "janvāris|janvārī februāris|februārī marts|martā aprīlis|aprīlī maijs|maijā jūnijs|jūnijā jūlijs|jūlijā "
    "augusts|augustā septembris|septembrī oktobris|oktobrī novembris|novembrī decembris|decembrī",
    "sk": "januára február|februára marca|marec apríla mája|máj júna júla augusta septembra októbra novembra decembra",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "th": "มกราคม|ม.ค กุมภาพันธ์|ก.พ มีนาคม|มี.ค เมษายน|เม.ย พฤษภาคม|พ.ค มิถุนายน|มิ.ย กรกฎาคม|ก.ค สิงหาคม|ส.ค "
    "กันยายน|ก.ย ตุลาคม|ต.ค พฤศจิกายน|พ.ย ธันวาคม|ธ.ค",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
}

ENGLISH_WEEKDAYS = (
    "Monday|Mon Tuesday|Tues|Tue Wednesday|Weds|Wed Thursday|Thurs|Thur|Thu Friday|Fri Saturday|Sat Sunday|Sun"
)

WEEKDAYS = {
    "en": ENGLISH_WEEKDAYS,
    "ar": "الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "cs": "pondělí úterý středa|středu čtvrtek pátek sobota|sobotu neděle|neděli",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "de": "Montag|Mo Dienstag|Di Mittwoch|Mi Donnerstag|Do Freitag|Fr Samstag|Sonnabend|Sa Sonntag|So",
    "es": "lunes|lun martes miércoles|mié jueves|jue viernes|vie sábado|sáb domingo|dom",
    "fi": "maanantai|maanantaina tiistai|tiistaina keskiviikko|keskiviikkona torstai|torstaina perjantai|perjantaina "
    "lauantai|lauantaina sunnuntai|sunnuntaina",
    "fr": "lundi|lun mardi|mar mercredi|mer jeudi|jeu vendredi|ven samedi|sam dimanche|dim",
    "is": "mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur",
    "it": "lunedì martedì mercoledì|mer giovedì|gio venerdì|ven sabato|sab domenica|dom",
    "ja": "月|月曜日|月曜 火|火曜日|火曜 水|水曜日|水曜 木|木曜日|木曜 金|金曜日|金曜 土|土曜日|土曜 日|日曜日|日曜",
    "kk": "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі",
    "ko": "월요일|월 화요일|화 수요일|수 목요일|목 금요일|금 토요일|토 일요일|일",
    "nl": "maandag|ma dinsdag|di woensdag|wo donderdag|do vrijdag|vr zaterdag|za zondag|zo",
    "no": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "pl": "poniedziałek wtorek środa|środę czwartek piątek sobota|sobotę niedziela|niedzielę",
    "pt": "segunda-feira|segunda terça-feira|terça quarta-feira|quarta quinta-feira|quinta sexta-feira|sexta sábado "
    "domingo",
    "ru": "понедельник|пн вторник|вт среда|среду|ср четверг|чт пятница|пятницу|пт суббота|субботу|сб "
    "воскресенье|воскресение|вс",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
    "uk": "понеділок вівторок середа|середу четвер п'ятниця|п’ятниця субота|суботу неділя|неділю",
    "zh": "星期一|周一 星期二|周二 星期三|周三 星期四|周四 星期五|周五 星期六|周六 星期日|星期天|周日",
}

AMBIGUOUS_DAYS = frozenset(
    {"mar", "di", "do", "mer", "vr", "lun", "sa", "so", "ma", "mo", "mi", "fr", "za", "zo", "wo"}
)
"""Short forms that mean different days, or other things, in different languages: read, but proving nothing."""

_COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMBERS = {word: number for number, word in enumerate(_COUNTED.split(" "), start=1)} | {
    "a": 1, "an": 1, "a couple of": 2, "a dozen": 12, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip

SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}
"""Season → its first month, as the northern press uses the words."""

HOLIDAYS = {
    "Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Boxing Day": (12, 26), "New Year['’]s Eve": (12, 31),
    "New Year['’]s Day": (1, 1), "Valentine['’]s Day": (2, 14), "Bastille Day": (7, 14), "Fourth of July": (7, 4),
}  # fmt: skip
"""A day's name → month and day: only those that every reader keeps on the same day, whatever the year."""


def folded(word: str) -> str:
    """`word` without case and compatibility forms: the key of the tables below."""
    return unicodedata.normalize("NFKC", word).casefold().replace("\u0307", "")


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f"))


def _table(rows: dict[str, str]) -> dict[str, int]:
    table: dict[str, int] = {}
    for row in rows.values():
        for number, forms in enumerate(row.split(" "), start=1):
            for form in forms.split("|"):
                table.setdefault(folded(form), number)
                if form.isascii() or form[0] < "\u0250":
                    table.setdefault(folded(_bare(form)), number)
    return table


@cache
def months() -> dict[str, int]:
    """Every known word for a month → its number."""
    return _table(MONTHS)


@cache
def weekdays() -> dict[str, int]:
    """Every known word for a weekday → 1 for Monday … 7 for Sunday."""
    return _table(WEEKDAYS)


def month_number(word: str) -> int | None:
    """The month a word of any known language names.

    >>> month_number("Sept."), month_number("септембар")
    (9, None)
    """
    return months().get(folded(word.rstrip(".")))


@cache
def english_months() -> str:
    """A regex that matches an English month, full or shortened."""
    return r"(?:January|February|March|April|May|June|July|August|September|October|November|December|" + (
        r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
    )


# Letters' case counts: "domingo" is a day, Domingo a singer.
NEAR_DAYS = (
    "Gestern|Heute|Ayer|Вчера|Сегодня|Завтра|Вчора|Сьогодні|"
    "gestern|heute|morgen|vorgestern|übermorgen|hier soir|aujourd['’]hui|demain|ayer|hoy|mañana|ieri|oggi|domani|"
    "ontem|"
    "hoje|amanhã|gisteren|vandaag|wczoraj|dzisiaj|dziś|jutro|včera|dnes|zítra|i går|i dag|i morgen|igår|idag|imorgon|"
    "dün|bugün|yarın|вчера|сегодня|завтра|вчора|сьогодні|أمس|اليوم|غدا|"
    "letzte[nr]? (?:Woche|Monat|Jahr)|nächste[nr]? (?:Woche|Monat|Jahr)|"
    "la semaine (?:dernière|prochaine)|le mois (?:dernier|prochain)|l['’]an (?:dernier|prochain)|"
    "la semana (?:pasada|próxima)|el mes (?:pasado|próximo)|el año (?:pasado|próximo)|"
    "на (?:прошлой|этой|следующей) неделе|в (?:прошлом|этом|следующем) (?:году|месяце)"
)
_COMMON = frozenset({"segunda", "terça", "quarta", "quinta", "sexta", "среда", "среду", "середа", "середу"})


@cache
def foreign_relative() -> re.Pattern[str]:
    """A pattern of words in other languages that mean another day in every issue: gestern, ayer, в понедельник."""
    rows = (row for language, row in WEEKDAYS.items() if language not in ("en", "ja", "ko", "zh"))
    days = {form for row in rows for forms in row.split(" ") for form in forms.split("|") if len(form) > 4}
    return re.compile(rf"(?<!\w)(?:{NEAR_DAYS}|{'|'.join(sorted(days - _COMMON))})(?!\w)")
