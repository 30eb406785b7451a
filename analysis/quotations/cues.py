"""Words that say that somebody said something."""

# Speech and writing: with these a clause, or words in quote marks, are somebody's.
SAYING = frozenset(
    "say tell add write note claim argue warn announce state declare insist explain acknowledge admit concede "
    "deny allege assert contend maintain suggest report reveal disclose confirm comment remark observe reply "
    "respond retort quip joke recall tweet post boast complain caution conclude continue estimate predict recount "
    "reiterate repeat stress emphasize emphasise testify vow pledge promise swear urge ask wonder shout yell "
    "exclaim mutter whisper chant point mention hint imply indicate signal advise answer assure inform remind "
    "recommend propose demand request specify clarify elaborate muse lament joke scoff agree counter rule decide "
    "forecast project guess charge affirm attest inquire enquire read sing interject begin stipulate counsel "
    "speculate theorize posit proclaim".split()
)
# Thought and finding: reported with a clause of their own only.
HOLDING = frozenset(
    "believe think feel hope fear worry find show know expect doubt understand see consider suspect realize "
    "realise learn hear assume mean discover demonstrate recognize recognise document determine anticipate judge "
    "dream recall remember prove agree want".split()
)
# Reported with "to" or a noun: "vowed to appeal", "called for calm".
INTENDING = frozenset(
    "promise vow pledge threaten offer propose agree refuse ask urge demand seek plan want hope decide decline "
    "call encourage order press recommend suggest support oppose endorse advocate reject".split()
)
# What is said of somebody or something: the words in quote marks are the speaker's.
CHARACTERIZING = frozenset(
    "accuse add allege announce argue attack blame blast brand call characterise characterize cite claim compare "
    "condemn criticise criticize declare defend demand denounce deride describe discuss dismiss dub express hail "
    "insist label liken mock note offer praise predict promise propose question quote refer reference reply "
    "respond say slam stress talk tell tweet urge voice vow warn welcome write".split()
)
REPORTING_NOUNS = frozenset(
    "statement claim assertion belief view warning allegation suggestion argument announcement conclusion notion "
    "fear hope concern report idea prediction promise pledge demand call".split()
)
DOCUMENTS = frozenset(
    "report statement study document documents poll polls survey filing letter memo book paper papers data "
    "figures law article post email e-mail emails complaint lawsuit indictment affidavit transcript record "
    "records release note website site account tweet message bulletin census analysis review research text ruling "
    "order bill contract agreement treaty video footage documentary film plan guidance speech file files headline "
    "editorial column".split()
)
GROUPS = frozenset(
    "police government administration company firm network group team party union agency ministry department "
    "court committee council panel board army military campaign family public staff press media office commission "
    "industry crowd majority coalition opposition club bank university church organisation organization".split()
)
OWN_HOUSE = frozenset("newsroom newspaper paper magazine desk unit website programme bureau publication".split())
