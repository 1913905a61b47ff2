"""The words that show a person: offices and callings, given names, endings of family names."""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


OFFICES = _listed(
    """
    president premier chancellor minister secretary secretary-general senator sen. representative rep. congressman
    congresswoman governor gov. ambassador envoy consul spokesman spokeswoman spokesperson chairman chairwoman
    chairperson chair director director-general general gen. colonel col. major maj. captain capt. lieutenant lt.
    sergeant sgt. admiral adm. marshal commander king queen prince princess emperor sultan emir sheikh pope patriarch
    archbishop bishop cardinal reverend rev. imam rabbi ayatollah mullah judge justice prosecutor mayor commissioner
    speaker deputy councillor councilor mp mep leader aide adviser advisor chief head boss czar superintendent
    inspector detective sheriff constable trooper rector dean provost counterpart president-elect vice-president
    lawmaker legislator parliamentarian prime-minister first-lady ombudsman rapporteur coordinator negotiator warlord
    canciller presidente presidenta ministro ministra alcalde vocero portavoz präsident präsidentin kanzler kanzlerin
    minister ministerin bürgermeister bürgermeisterin sprecher sprecherin président présidente ministre maire député
    députée porte-parole chef sénateur ambassadeur directeur directrice президент президента президенту президентом
    министр министра министром премьер премьер-министр премьера глава главы губернатор губернатора депутат депутата
    мэр мэра генерал посол посла пресс-секретарь директор директора лидер лидера глави голова голови міністр міністра
    президентові речник речниця очільник"""
)
CALLINGS = _listed(
    """
    analyst expert economist academic scholar historian researcher scientist professor prof. lecturer fellow
    journalist correspondent reporter editor columnist commentator activist campaigner organizer lawyer attorney
    author writer poet novelist playwright pundit critic dissident politician diplomat official officer soldier
    sergeant pensioner farmer teacher doctor nurse surgeon resident student driver coach manager player captain
    striker goalkeeper midfielder defender forward winger singer actor actress artist painter musician rapper composer
    conductor director filmmaker producer photographer architect designer founder co-founder owner executive ceo cfo
    coo candidate challenger protester protestor demonstrator veterinarian meteorologist volunteer witness survivor
    strategist specialist engineer physicist chemist epidemiologist psychologist psychiatrist sociologist
    anthropologist biologist climatologist virologist investor trader broker entrepreneur businessman businesswoman
    tycoon billionaire oligarch magnate mogul banker financier hacker developer programmer translator interpreter
    blogger vlogger youtuber influencer comedian presenter host anchor broadcaster publisher librarian curator priest
    pastor monk nun cleric theologian philosopher mathematician astronaut cosmonaut pilot sailor fisherman miner
    worker baker chef butcher carpenter builder electrician plumber firefighter paramedic policeman policewoman guard
    prisoner inmate detainee defendant suspect convict victim refugee migrant asylum-seeker widow widower grandmother
    grandfather mother father brother sister son daughter wife husband uncle aunt nephew niece cousin neighbor
    neighbour friend colleague associate ally rival opponent successor predecessor member president chairman athlete
    swimmer runner sprinter cyclist boxer wrestler golfer skater skier gymnast jockey champion star legend hero
    heiress socialite model whistleblower informant spy agent operative militant fighter rebel commander insurgent
    gunman shooter attacker bomber assassin killer murderer geologist geographer demographer pathologist neurologist
    cardiologist oncologist pediatrician veteran ex-president ex-minister secretary pollster demonstrator shepherd
    herder shopkeeper vendor trucker waiter waitress cashier hotelier journaliste expert chercheur économiste avocat
    avocate écrivain historien professeur politologue analyst experte expertin forscher forscherin autor autorin
    anwalt anwältin politiker politikerin politologe historiker политолог эксперт аналитик экономист журналист
    журналистка адвокат правозащитник активист активистка историк"""
)
"""What a person is, in small letters before or after a name."""

GERMAN_OFFICE_ENDS = (
    "minister", "ministerin", "kanzler", "kanzlerin", "präsident", "präsidentin", "sprecher", "sprecherin", "chef",
    "chefin", "meister", "meisterin", "vorsitzende", "vorsitzender", "direktor", "direktorin", "experte", "expertin",
    "politiker", "politikerin", "forscher", "forscherin", "leiter", "leiterin", "sekretär", "sekretärin", "trainer",
    "trainerin", "professor", "professorin", "autor", "autorin", "richter", "richterin", "anwalt", "anwältin",
)  # fmt: skip
HONORIFICS = _listed(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady frau herr herrn m. mme mme. mlle señor señora sr. sra. "
    "monsieur madame cllr cllr. datuk dato seri tan sri tun haji hajji ustad sheikha г-н г-жа"
)
SURNAMES = _listed(
    "Son Baker Carpenter Butcher Miner Farmer Shepherd Guard Singer Painter Host Pilot Champion Star Hero Model Boxer"
)
"""Callings that with a capital are more likely a name."""
POSTNOMINALS = _listed("MBE OBE CBE KBE DBE MP MEP QC KC PhD MD Jr Jr. Sr Sr. II III IV MBA RN MSP TD CNN AP AFP")
MODIFIERS = _listed(
    """
    former deputy vice senior chief acting foreign prime interim ex- ex opposition regional local state government
    presidential military political human rights company party top veteran independent press defense defence interior
    finance economy trade health energy education climate police union far-right far-left assistant associate executive
    managing national federal international general security intelligence economic legal medical research campaign
    election longtime long-time then- then exiled jailed prominent leading renowned outgoing incoming newly late first
    second supreme high special ethnic junior visiting principal staff co-chief prize-winning young old incumbent
    finance-minister environment justice transport culture labor labour agriculture communications digital"""
)
"""What may stand before an office, in small letters."""

GIVEN = _listed(
    """
    jordan sydney austin brooklyn savannah chad florence aaron abdul abdullah abigail
    abraham ada adam adela adelaide adele adilet adrian agnes ahmad ahmed aida aidan aigerim aigul aisha alan albert
    alberto alejandro aleksandr aleksei aleksey alessandro alex alexander alexandra alexandre alexei alexey alfonso
    alfred ali alice alicia alina alison allan allen alyaksandr amanda amara amelia amir amit amy ana anastasia
    anatoly anders andré andrea andreas andrei andrew andrey andriy andrzej andy angela angelika angelina angus anita
    anja ann anna anne annette annie antoine anton antonia antonio antonín antónio anwar ariel arjun armando armin
    arnold arthur artur arturo ashley ashraf asif askar astrid august aurélien axel ayesha aziz barack barbara barry
    bart beatrice bekzat ben benedict benjamin bernadette bernard bernd bernie bert bertha beth betty beverly bill
    billy björn bob bobby bogdan boris brad bradley brandon brenda brendan brett brian bridget bruce bruno bryan
    burkhard camille carina carl carla carlo carlos carmen carol carole caroline catherine cecilia cedric charles
    charlie charlotte chen cheryl chloe chris christian christiane christina christine christoph christophe
    christopher claire clara clarence claude claudia claus clément clive colin connor conor cornelia craig cristina
    cynthia cyril daisy dan daniel daniela danielle danny daria dariga dario dave david dean deborah debra denis
    denise dennis derek detlef diana diane diego dieter dietmar dilma dimitri dinara dirk dmitri dmitriy dmitry
    dominic dominik dominique don donald donna doris dorothy doug douglas duncan dwayne dylan ed eddie edgar edith
    edmund eduard eduardo edward edwin eileen ekaterina elaine eleanor elena elias elisabeth elise elizabeth ella
    ellen elmar elnur elon elsa emily emine emma emmanuel enrico enrique eric erica erich erik erika erin ernest ernst
    esther ethan eugene eva evan evelyn evgeny fabian fabio farid fatima felicia felipe felix ferdinand fernanda
    fernando filip fiona florence florian frances francesco francis francisco franck françois françoise frank franz
    fred frederic frédéric frederick friedrich fritz fyodor gabriel gabriela gabriele gareth gary gavin gaukhar geert
    gennady geoff geoffrey georg george georges georgina gérard gerald gerard gerd gerhard gianni gilbert gilles gina
    giorgia giorgio giovanni giuseppe glen glenn gloria golnaz gordon grace graham greg gregor gregory greta guido
    guillaume gulnara gunnar gunter günter günther gustav guy hadi hakan hamid hamza hannah hannes hans harald harold
    harriet harry harsh hartmut hasan hassan heather hector heidi heike heiko heinrich heinz helen helena helga helmut
    hendrik henri henrik henry herbert herman hermann hilary hilda hillary holger holly horst hosni howard hubert hugh
    hugo hussein ian ibrahim ida ievgen ignacio igor ihor ilham ilse ilya imran ines ingo ingrid ioana irene irina
    iris irving isaac isabel isabella isabelle islam ismail ivan ivana jack jackie jacob jacqueline jacques jaime jair
    jake jakob jamal james jamie jan jana jane janet janine jared jasmine jason javier jay jean jeanne jeff jefferson
    jeffrey jennifer jens jeremy jerome jerry jesper jesse jessica jesús jill jim jimmy joachim joan joanna joanne
    joao joaquin joe joel johan johann johanna johannes john johnny jon jonas jonathan jordi jörg jorge josé josef
    joseph josephine josh joshua joão joy joyce juan juana judith judy julia julian juliana julie julien juliet julio
    julius jurgen jürgen justin kai kaisha kamala kamran kanat kanye karen karim karin karl karla karol kassym
    kassym-jomart kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin keir keith kelly ken
    kenneth kerstin kevin khalid kim kimberly kirill kirsten klaus konrad konstantin kristen kristin kristina kurt
    kyle lara larissa larry lars laszlo lászló laura lauren laurent lawrence lee lena leo leon leonard leonid leonardo
    leroy leslie lewis liam lidia lila lillian lily linda lindsay lindsey lisa liz lloyd lois lorenzo lorraine lothar
    louis louise luc luca lucas lucia lucy ludwig luigi luis luisa luise lukas luke lutz lydia lyndon lynn madeleine
    maggie magnus mahmoud maia maja malcolm malik manfred manuel manuela marc marcel marcelo marcia marco marcos
    marcus margaret margarita maria mariana marianne marie marija marina marine mario marion marius mark markus
    marlene marsha martha martin martina marvin mary maryam masha mateusz mathias matt matteo matthew matthias maureen
    maurice mauricio max maxim maximilian may maya megan mehdi mehmet mei melania melanie melissa mercedes meredith
    michael michaela michel michele michelle miguel mihai mikael mike mikhail milan milos mirjam miroslav mitch
    mohamed mohammad mohammed mohsen moira molly monica monika monique morgan moritz muhammad munir murat murager
    mustafa mykola myriam nadia nadine nancy naomi narendra nasser natalia natalie natalya natasha nathalie nathan
    nathaniel nazira neil nelson nicholas nick nicola nicolas nicole nigel niklas nikita nikola nikolai nikolaus
    nikolay nils nina noah noel nora norbert norma norman nursultan nurtai nurzat oksana olaf olaph ole oleg oleh
    oleksandr oleksiy olena olga oliver olivia olivier omar oscar oskar otto owen pablo paige pamela paola paolo
    pascal pat patricia patrick patrik paul paula paulo pavel pawel pedro penny per perry pete peter petr petra petro
    phil philip philipp philippe phillip pierre piotr piers pietro priya qasym qasym-zhomart rachel radek radoslaw
    rafael raffaello rahul rainer ralf ralph ramon ramzan raphael rashid raul ravi ray raymond rebecca recep regina
    reid reiner reinhard renate rene renée ricardo riccardo richard rick ricky rico rita rob robert roberta roberto
    robin rodrigo roger roland rolf roman romano ron ronald rosa rose rosemary ross roy rudolf rupert ruslan russell
    ruth ryan sabine sadiq sadyr sahra said saleh salim sally salman salvador sam samantha samir samuel sandra sandro
    santiago sara sarah sasha saul scott sean sebastian selena serena serge sergei sergey sergio serhiy serik
    serikzhan shane shannon sharon shavkat sheila shinzo shirley shirin sibylle sidney siegfried sigmar sigrid silke
    silvia silvio simon simone slobodan sofia sonia sonja sooronbai sophia sophie stacey stan stanislav stanley stefan
    stefanie steffen stella stephan stephane stéphane stephanie stephen stepan steve steven stewart stuart sue sultan
    susan susana susanne suzanne sven svetlana svenja svitlana sylvia sylvie tadeusz tamara tanja tanya tara tarik
    tatiana tatyana taylor ted temur teresa terry theo theodor theodore theresa thérèse thierry thilo thomas thorsten
    tiffany till tim timo timothy timur tina tobias todd tom tomas tomás tommy toni tony torsten tracey tracy travis
    trevor tucker ulrich ulrike umar ursula ute uwe vaclav václav valentin valentina valerie valeriy valery vanessa
    vasily venera vera verena veronica veronika vicente vicky victor victoria viktor viktoria vincent virginia vitali
    vitaly vivian vlad vladimir volker volodymyr vyacheslav walter wanda warren wayne wendy werner wilfried wilhelm
    will willem william willy winston wladimir wojciech wolf wolfgang xavier yana yannick yasmin yasser yerbol yevgeny
    yolanda yoshihide yulia yuliya yuri yuriy yury yusuf yves yvonne zhanna zoe zoltan zoltán zoya zuzana александр
    александра алексей алексея алексею анастасия анатолий андрей андрея анна анны анной антон антона аркадий борис
    бориса вадим валентин валентина валерий василий вера виктор виктора виктория виталий владимир владимира владимиру
    владимиром владислав вячеслав галина геннадий георгий григорий дарья денис дениса джо дмитрий дмитрия дмитрию
    дональд дональда евгений евгения екатерина елена елены игорь игоря илья ильи ирина ирины кирилл константин ксения
    лариса леонид любовь людмила максим максима марина мария марии михаил михаила надежда наталья наталия никита
    николай николая нурсултан нурсултана олег олега ольга ольги павел павла петр пётр петра роман романа светлана
    сергей сергея сергею сергеем станислав степан тамара татьяна федор фёдор шавкат эмманюэль юлия юрий юрия яна
    ярослав володимир володимира олександр олександра олексій сергій сергія андрій андрія дмитро дмитра юрій олена
    ірина наталія микола миколи михайло василь петро ігор тетяна катерина юлія"""
)
"""Given names as the press of many countries prints them."""

EAST_ASIAN = _listed(
    """
    bai bao cai cao chang chen cheng chiang choe choi chow chung cui dai deng ding dong du duan fan fang feng fu gao
    ge geng gong gu guan guo han hao he hong hou hu hua huang hung huynh jang jeong jia jiang jin jung kang kim kong
    lai lau le lei li liang liao lim lin liu long lu luo lü ma mao meng moon ngo nguyen ni nie noh pan park pei peng
    pham phan pu qi qian qiao qin qiu quan ren rhee ruan shao shen shi shin song su sun tan tang tao tian tran truong
    tsai vo vu wan wang wei wen weng wong wu xi xia xiang xiao xie xing xiong xu xue yan yang yao ye yi yin yoon you
    yu yuan yun zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou ban"""
)
"""Family names that stand first."""

FAMILY_ENDS = (
    "ov", "ev", "ova", "eva", "yev", "aev", "iyev", "enko", "chuk", "sky", "skiy", "ski", "ska", "skaya", "vich",
    "wicz", "vić", "ović", "dze", "shvili", "uly", "kyzy", "zhanov", "bayev", "baev", "zade", "zadeh", "yan", "escu",
    "sson", "opoulos", "idis", "akis", "berger", "stein", "mann", "baum", "ández", "ínguez", "guez", "inen", "oglu",
    "oğlu",
    "ов", "ев", "ёв", "ова", "ева", "ин", "ина", "ский", "ская", "ского", "скому", "енко", "чук", "ович", "дзе",
    "швили", "ян", "улы", "ұлы", "қызы", "ова", "овой", "ову", "овым", "ева", "евой", "еву", "евым",
)  # fmt: skip
