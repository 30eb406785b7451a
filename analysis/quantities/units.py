"""Currencies and units by every name that newspapers give them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: its singular name, what it measures, and how many base units it is worth."""

    name: str
    dimension: str
    worth: float


CURRENCY_SIGNS = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR",
    "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₦": "NGN", "฿": "THB", "₴": "UAH", "₱": "PHP", "₫": "VND",
    "SFr": "CHF", "KSh": "KES", "Ksh": "KES", "KShs": "KES", "Kshs": "KES", "N": "NGN",
    "GH₵": "GHS", "₵": "GHS", "₲": "PYG", "₡": "CRC", "₸": "KZT", "৳": "BDT", "Rp": "IDR", "zł": "PLN",
    "RM": "MYR", "Rs": "INR", "Rs.": "INR", "R": "ZAR", "kr": "SEK", "dlrs": "USD",
}  # fmt: skip
CURRENCY_CODES = (
    "USD GBP EUR JPY CNY INR RUB KRW ILS TRY NGN THB UAH CHF SEK NOK DKK PLN CZK HUF RON BGN BRL MXN ARS CLP COP PEN "
    "ZAR EGP KES GHS MAD AED SAR QAR KWD BHD AUD CAD NZD HKD SGD TWD MYR IDR PHP VND PKR BDT LKR"
).split()
CURRENCY_SIGNS |= {code: code for code in CURRENCY_CODES}
CURRENCY_WORDS = {
    "USD": "dollars dollar bucks greenbacks dlrs", "GBP": "pounds pound quid", "EUR": "euros euro", "JPY": "yen",
    "CNY": "yuan renminbi", "INR": "rupees rupee", "RUB": "roubles rouble rubles ruble", "KRW": "won",
    "ILS": "shekels shekel", "TRY": "lira liras", "NGN": "naira", "THB": "baht", "UAH": "hryvnia hryvnias",
    "CHF": "francs franc", "SEK": "kronor krona", "NOK": "kroner krone", "PLN": "zloty zlotys", "HUF": "forint forints",
    "BRL": "reais real", "MXN": "pesos peso", "ZAR": "rand", "MYR": "ringgit", "KES": "shillings shilling",
    "AED": "dirhams dirham", "SAR": "riyals riyal", "KWD": "dinars dinar", "IRR": "rials rial", "IDR": "rupiah",
    "DEM": "marks deutschmarks", "CZK": "koruna korunas koruny", "BDT": "taka", "GHS": "cedi cedis",
    "PEN": "soles", "PYG": "guarani guaranies", "KZT": "tenge", "GEL": "lari", "RON": "lei", "BGN": "leva",
    "VND": "dong", "MMK": "kyat", "KHR": "riel", "ETB": "birr", "BTC": "bitcoin bitcoins", "ETH": "ether",
}  # fmt: skip
COINS = {"cents": ("USD", 0.01), "cent": ("USD", 0.01), "pence": ("GBP", 0.01), "penny": ("GBP", 0.01)}
COINS |= {"p": ("GBP", 0.01)}
NATIONAL = {
    "US": "USD", "U.S.": "USD", "American": "USD", "Canadian": "CAD", "Australian": "AUD", "New Zealand": "NZD",
    "Hong Kong": "HKD", "Singapore": "SGD", "Taiwan": "TWD", "Taiwanese": "TWD", "British": "GBP", "Egyptian": "EGP",
    "Swiss": "CHF", "Swedish": "SEK", "Danish": "DKK", "Norwegian": "NOK", "Indian": "INR", "Pakistani": "PKR",
    "Emirati": "AED", "UAE": "AED", "Saudi": "SAR", "Qatari": "QAR", "Iraqi": "IQD", "Jordanian": "JOD",
    "Moroccan": "MAD", "Nigerian": "NGN", "Ghanaian": "GHS", "South African": "ZAR", "Thai": "THB", "Vietnamese": "VND",
    "Polish": "PLN", "Czech": "CZK", "Hungarian": "HUF", "Israeli": "ILS", "Ukrainian": "UAH", "Brazilian": "BRL",
    "Sri Lankan": "LKR", "Indonesian": "IDR", "Iranian": "IRR", "Icelandic": "ISK", "Tanzanian": "TZS",
    "Ugandan": "UGX", "Mexican": "MXN", "Argentine": "ARS", "Chilean": "CLP", "Colombian": "COP", "Philippine": "PHP",
    "Turkish": "TRY",
    "South Korean": "KRW", "Japanese": "JPY", "Chinese": "CNY", "Russian": "RUB", "Kenyan": "KES", "Kuwaiti": "KWD",
}  # fmt: skip

LENGTH, AREA, MASS, VOLUME, SPEED, POWER, ENERGY, STORAGE, HEAT, TURN = (
    "length", "area", "mass", "volume", "speed", "power", "energy", "storage", "temperature", "rotation",
)  # fmt: skip
MEASURES = {
    "kilometre": ("kilometres kilometre kilometers kilometer kilometres km kms", LENGTH, 1000),
    "metre": ("metres metre meters meter m", LENGTH, 1),
    "centimetre": ("centimetres centimetre centimeters centimeter cm", LENGTH, 0.01),
    "millimetre": ("millimetres millimetre millimeters millimeter mm", LENGTH, 0.001),
    "nautical mile": ("nautical miles;nautical mile", LENGTH, 1852),
    "mile": ("miles mile", LENGTH, 1609.344),
    "yard": ("yards yard", LENGTH, 0.9144),
    "foot": ("feet foot ft", LENGTH, 0.3048),
    "inch": ("inches inch", LENGTH, 0.0254),
    "hectare": ("hectares hectare ha", AREA, 10_000),
    "acre": ("acres acre", AREA, 4046.856),
    "square kilometre": ("square kilometres;square kilometre;square kilometers;square kilometer;sq km;km²", AREA, 1e6),
    "square mile": ("square miles;square mile;sq miles", AREA, 2_589_988),
    "square metre": ("square metres;square metre;square meters;square meter;sq m;m²", AREA, 1),
    "square foot": ("square feet;square foot;sq ft", AREA, 0.092903),
    "kilogram": ("kilograms kilogram kilogrammes kilogramme kilos kilo kg kgs", MASS, 1),
    "gram": ("grams gram grammes g", MASS, 0.001),
    "tonne": ("tonnes;tonne;metric tons;metric ton", MASS, 1000),
    "ton": ("tons ton", MASS, 907.185),
    "ounce": ("ounces ounce oz", MASS, 0.02835),
    "weight pound": ("lb lbs", MASS, 0.453592),
    "stone": ("stone", MASS, 6.35029),
    "litre": ("litres litre liters liter", VOLUME, 1),
    "millilitre": ("millilitres millilitre milliliters milliliter ml", VOLUME, 0.001),
    "pint": ("pints pint", VOLUME, 0.568),
    "cubic metre": ("cubic metres;cubic metre;cubic meters;cubic meter;cu m;m³", VOLUME, 1000),
    "cubic foot": ("cubic feet;cubic foot;cu ft", VOLUME, 28.317),
    "gallon": ("gallons gallon", VOLUME, 3.785),
    "barrel": ("barrels barrel", VOLUME, 158.987),
    "mph": ("mph;miles per hour;miles an hour", SPEED, 1.609344),
    "km/h": ("kph;kmh;km/h;km per hour;kilometres per hour;kilometers per hour;kilometres an hour", SPEED, 1),
    "knot": ("knots knot", SPEED, 1.852),
    "watt": ("watts watt", POWER, 1e-6),
    "kilowatt": ("kilowatts kilowatt kW", POWER, 0.001),
    "megawatt": ("megawatts megawatt MW", POWER, 1),
    "gigawatt": ("gigawatts gigawatt GW", POWER, 1000),
    "kilowatt-hour": ("kWh;kilowatt-hours;kilowatt hours", ENERGY, 1),
    "megawatt-hour": ("MWh;megawatt-hours;megawatt hours", ENERGY, 1000),
    "gigawatt-hour": ("GWh;gigawatt-hours;gigawatt hours", ENERGY, 1e6),
    "terawatt-hour": ("TWh;terawatt-hours;terawatt hours", ENERGY, 1e9),
    "megabyte": ("megabytes megabyte MB", STORAGE, 1),
    "gigabyte": ("gigabytes gigabyte GB", STORAGE, 1000),
    "terabyte": ("terabytes terabyte TB", STORAGE, 1e6),
    "degree Celsius": ("°C;degrees Celsius;degrees centigrade;C", HEAT, 1),
    "degree Fahrenheit": ("°F;degrees Fahrenheit;F", HEAT, 1),
    "degree": ("degrees degree", TURN, 1),
}
DURATIONS = ("second", "minute", "hour", "day", "night", "week", "fortnight", "month", "year", "decade", "century")


def measure_named(name: str) -> Measure:
    """The unit of that singular name, to convert by. Raises KeyError for any other."""
    _, dimension, worth = MEASURES[name]
    return Measure(name, dimension, float(worth))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def by_word(names: Mapping[str, str]) -> dict[str, str]:
    """From "name → its words" to "word → name"; words stand apart by ";" where some hold blanks."""
    return {word: name for name, words in names.items() for word in words.split(";" if ";" in words else None)}


CURRENCY_OF = by_word(CURRENCY_WORDS)
MEASURE_OF = by_word({name: words for name, (words, _, _) in MEASURES.items()})
