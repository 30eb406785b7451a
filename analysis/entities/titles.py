"""Words around a name that are no part of it, and words in it that say what it names."""

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof sir dame lord lady baroness baron rev revd fr sen rep gov lt lieut gen col maj "
    "capt cmdr sgt cpl pte hon cllr det insp supt datuk dato tan sri sheikh sultan emir imam ayatollah rabbi "
    "prophet uncle aunt".split()
)
OFFICES = frozenset(
    "president vice-president chancellor minister secretary senator congressman congresswoman representative "
    "governor mayor professor doctor judge justice captain sergeant general colonel major lieutenant commander "
    "admiral king queen prince princess duke duchess earl pope archbishop bishop cardinal reverend father sister "
    "councillor ambassador coach sheriff attorney inspector constable superintendent detective chairman "
    "chairwoman premier speaker leader prime vice deputy former ex freshman sophomore junior defensive offensive "
    "quarterback midfielder striker goalkeeper singer actor actress author novelist director producer hairdresser "
    "officer chief executive economist analyst mp mep msp commodore brigadier marshal corporal commissioner".split()
)
TITLES = HONORIFICS | OFFICES
RANKS = frozenset("former ex deputy vice junior".split())  # no office without another word
PARTICLES = frozenset(
    "von van der den de del dela della delos di da dos du la le lo bin ibn al el ben ter ten zu af av".split()
)
GENERATIONS = frozenset("jr jr. sr sr. ii iii iv".split())
# Behind a name: "Eleanor Whitcombe KC".
POSTNOMINALS = frozenset("kc qc mp mps mep msp ms obe mbe cbe phd md dds frs esq".split())

AGENCIES = frozenset("reuters afp upi dpa tass xinhua bloomberg interfax kyodo yonhap anadolu".split())
SHORT_AGENCIES = frozenset("ap pa".split())  # only in brackets, or after "via"

BODIES = frozenset(
    "inc corp corporation co company ltd limited plc llc llp gmbh ag sa nv group holdings bank university college "
    "school institute party commission committee council parliament senate congress ministry department agency "
    "authority association federation union league society foundation trust church court police army navy force "
    "service office bureau board partners ventures airlines airways motors pharmaceuticals laboratories hospital "
    "times post herald tribune gazette journal guardian club fc united hospice museum fund academy clinic "
    "rovers wanderers albion hotspur".split()
)
# With capitalised words before them these name a body, model or not.
BODY_ENDINGS = frozenset(
    "commission senate congress parliament ministry department agency authority association federation council "
    "committee union university college institute court bureau foundation corporation company party".split()
)
# With "of" or "for" and capitalised words behind them these open a body's name: "Ministry of Health and Welfare".
BODY_OPENINGS = frozenset(
    "ministry department office university bank institute centers centres center centre bureau house board church "
    "association federation organization organisation council college school academy court committee".split()
)
DOUBLED = frozenset(
    "ministry department office centers centres center centre institute committee".split()
)  # take "and"
CHAMBERS = frozenset({"senate", "congress", "parliament"})  # bodies by that word alone
BODY_NOUNS = frozenset(
    "company firm maker retailer bank agency group operator carrier airline manufacturer automaker carmaker chain "
    "broker brokerage charity club developer employer insurer lender miner producer publisher startup supplier "
    "supermarket brewer broadcaster union party giant conglomerate utility drugmaker chipmaker planemaker".split()
)
COMPANY_FORMS = frozenset("inc corp ltd plc llc llp gmbh co".split())
# With these behind it the first word of a company's or club's name also stands alone: "Oriel Systems", "Oriel".
COMPANY_ENDINGS = COMPANY_FORMS | frozenset(
    "group holdings systems industries motors partners ventures capital semiconductor semiconductors technologies "
    "technology pharmaceuticals therapeutics energy airlines airways media entertainment foods stores brands resources "
    "steel bank shipping insurance oil gas mining chemicals cement electric telecom "
    "labs laboratories software networks robotics midstream corporation company enterprises international logistics "
    "united city town rovers wanderers athletic albion hotspur rangers county fc".split()
)
# With these the last word of a club's name also stands alone.
CLUB_ENDINGS = frozenset("united city town rovers wanderers athletic albion hotspur rangers villa county".split())
# These open the names of many bodies, so alone they are none of them.
SHARED_OPENINGS = BODY_ENDINGS | BODY_OPENINGS | frozenset("national royal central federal supreme first new".split())
SHIPS = frozenset("mv ms ss hms uss rms rrs".split())
SEATS = frozenset(  # buildings that speak for those who sit in them
    "white house|kremlin|pentagon|downing street|no 10|number 10|whitehall|capitol hill|buckingham palace|vatican|"
    "élysée|elysee|élysée palace|elysee palace|foreign office|scotland yard".split("|")
)
LAWS = frozenset(
    "act bill law treaty amendment constitution code directive regulation convention accord strategy".split()
)
EVENTS = frozenset(
    "festival cup games olympics championship championships rally marathon derby war prix summit".split()
)
COMMON_ABBREVIATIONS = frozenset(
    "ai it tv uk us usa eu ceo cfo coo cto gdp gmt bst utc ipo pm mp mps faq diy vip dna rna hiv aids covid "
    "covid-19 pdf url nft etf esg phd mba ok vat gps lgbt lgbtq suv evs ev pc id pr hr q&a file photo update "
    "corrected exclusive breaking factbox analysis wrapup am est edt pst".split()
)
NO_NAMES = frozenset("ai covid covid-19 ipo gdp ceo cfo pm mp sterling brexit tv internet web vat".split())
PICTURE_CREDITS = frozenset("pool file photo handout illustration picture slideshow".split())
PLAYING_STATES = frozenset(  # of the United States: universities play under their names
    "alabama arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana "
    "iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana "
    "nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin "
    "wyoming".split()
) | {"north carolina", "south carolina", "north dakota", "south dakota", "new mexico", "west virginia", "rhode island"}
