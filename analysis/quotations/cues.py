"""Words that say that somebody said something."""

# Speech and writing: with these a clause, or words in quote marks, are somebody's.
SAYING = frozenset(
    "say tell add write note claim argue warn announce state declare insist explain acknowledge admit concede deny "
    "allege assert contend maintain suggest report reveal disclose confirm comment remark observe reply respond "
    "retort quip joke recall tweet post boast complain caution conclude continue estimate predict recount reiterate "
    "repeat stress emphasize emphasise testify vow pledge promise swear urge ask wonder shout yell exclaim mutter "
    "whisper chant point mention hint imply indicate signal advise answer assure inform remind recommend propose "
    "demand request specify clarify elaborate muse lament scoff agree counter rule decide forecast project guess "
    "charge affirm attest inquire enquire read sing interject begin stipulate counsel speculate theorize posit "
    "proclaim question".split()
)
# Thought and finding: reported with a clause of their own only.
HOLDING = frozenset(
    "believe think feel hope fear worry find show know expect doubt understand see consider suspect realize realise "
    "learn hear assume mean discover demonstrate recognize recognise document determine anticipate judge dream "
    "recall remember prove agree want".split()
)
# Reported with "to" or a noun: "vowed to appeal", "called for calm".
# The parser's lemma of "hoping" is "hop", and "rat" that of "rated".
INTENDING = frozenset(
    "promise vow pledge threaten offer propose agree refuse ask urge demand seek plan want hope decide decline hop "
    "intend aim prefer hoping encourage exhort implore order press recommend suggest support oppose endorse "
    "advocate reject tell instruct warn advise remind".split()
)
# What is said of somebody or something: the words in quote marks are the speaker's.
CHARACTERIZING = frozenset(
    "accuse add allege announce argue attack blame blast brand call characterise characterize cite claim compare "
    "condemn criticise criticize declare defend demand denounce deride describe discuss dismiss dub express hail "
    "insist label liken mock note offer praise predict promise propose question quote refer reference reply respond "
    "say slam stress talk tell tweet urge voice vow warn welcome write".split()
)
REPORTING_NOUNS = frozenset(
    "statement claim assertion belief view warning allegation suggestion argument announcement conclusion notion "
    "fear hope concern report idea prediction promise pledge demand call case message complaint comment emphasis "
    "accusation doubt proof evidence explanation point worry".split()
)
DOCUMENTS = frozenset(
    "report statement study document documents poll polls survey filing letter memo book paper papers data figures "
    "law article post email e-mail emails complaint lawsuit indictment affidavit transcript record records release "
    "note website site account tweet message bulletin census analysis review research text ruling order bill "
    "contract agreement treaty video footage documentary film plan guidance speech file files headline editorial "
    "column".split()
)
GROUPS = frozenset(
    "police government administration company firm network group team party union agency ministry department court "
    "committee council panel board army military campaign family public staff press media office commission "
    "industry crowd majority coalition opposition club bank university church organisation organization".split()
)
OWN_HOUSE = frozenset("newsroom newspaper paper magazine desk unit website programme bureau publication".split())
# Stances: with these verbs a thing is somebody's view, demand or topic ("rejected the offer") …
ATTITUDES = frozenset(
    "accuse acknowledge admire admit advocate allege announce applaud assail attack back belittle bemoan berate "
    "blame blast castigate challenge champion chastise chide cite claim commend condemn confirm contest criticise "
    "criticize declare decry defend demand denigrate denounce deny deplore deride describe detail discuss dismiss "
    "disparage dispute document downplay echo emphasise emphasize endorse envisage envision estimate examine expect "
    "explain express extol fault favor favour fear forecast foresee hail highlight ignore invoke lambast lambaste "
    "lament laud mention mock note offer oppose outline pledge praise predict promise promote propose question "
    "rebuke recall recommend recount reference reiterate reject repeat report request reveal ridicule salute scorn "
    "bash debunk distrust hate loathe love prefer protest rebut refute resent rip savage scold skewer trash vet "
    "shame slam stress suggest support tout underline underscore unveil urge vilify voice vow want welcome".split()
)
# … with these it is rated ("called the plan a mistake") …
RATINGS = frozenset(
    "brand call characterise characterize consider declare deem depict describe dismiss dub find judge label paint "
    "portray rank rat rate regard see view".split()
)
# … with these and a preposition it is leant on or argued over ("called for calm", "disagrees with her").
LEANINGS = {
    "agree": ("with", "on", "to"), "apologise": ("for",), "apologize": ("for",), "argue": ("for", "against"),
    "ask": ("for", "about"), "boast": ("of", "about"), "brag": ("about",), "call": ("for", "on"),
    "campaign": ("for", "against"), "comment": ("on",), "complain": ("of", "about"), "disagree": ("with", "on"),
    "focus": ("on",), "hint": ("at",), "insist": ("on",), "inveigh": ("against",), "lobby": ("for", "against"),
    "muse": ("about",), "object": ("to",), "plead": ("for",), "point": ("to",), "press": ("for",),
    "protest": ("against",), "push": ("for",), "rail": ("against",), "react": ("to",), "refer": ("to",),
    "respond": ("to",), "speak": ("of", "about", "against"), "talk": ("of", "about"), "think": ("of", "about"),
    "vote": ("for", "against"), "warn": ("of", "about", "against"), "wonder": ("about",), "worry": ("about",),
}  # fmt: skip
FEELINGS = frozenset(
    "adamant afraid alarmed angry anxious certain committed concerned confident convinced critical determined "
    "disappointed doubtful frustrated happy hopeful opposed optimistic passionate pessimistic proud sceptical "
    "skeptical sure unhappy willing worried".split()
)
OPINIONS = frozenset(
    "accusation acknowledgement acknowledgment advocacy allegation announcement argument assertion assessment "
    "attack call claim comment complaint concern condemnation criticism decision defence defense demand denial "
    "description determination dislike doubt endorsement estimate expectation explanation fear forecast hope "
    "insistence objection opinion opposition optimism pessimism plea pledge praise prediction promise proposal "
    "refusal rejection remark request scepticism skepticism suggestion support threat view vow warning "
    "willingness".split()
)
