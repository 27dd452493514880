"""A word or sign in, the unit it stands for out: ``unit_of("kilometres") -> Unit("km", "measure", 1.0, "km")``, ``currency_of("US$") -> "USD"``."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """``name`` is what the record writes; ``factor`` times a value gives it in ``base``, so that miles meet kilometres."""

    name: str
    sort: str
    factor: float
    base: str


_MEASURES = """
km 1 km: km kms kilometer kilometers kilometre kilometres
mile 1.609344 km: mile miles mi
metre .001 km: metre metres meter meters
cm .00001 km: cm centimeter centimeters centimetre centimetres
mm .000001 km: mm millimeter millimeters millimetre millimetres
foot .0003048 km: foot feet ft
yard .0009144 km: yard yards
inch .0000254 km: inch inches
nautical mile 1.852 km: nm
kg 1 kg: kg kgs kilogram kilograms kilo kilos
gram .001 kg: gram grams
ton 1000 kg: ton tons tonne tonnes
pound weight .4536 kg: lb lbs
ounce .02835 kg: ounce ounces oz
barrel 1 barrel: barrel barrels
litre 1 litre: litre litres liter liters
gallon 3.785 litre: gallon gallons
hectare 1 hectare: hectare hectares ha
acre .4047 hectare: acre acres
square km 100 hectare: sqkm
watt 1 watt: watt watts
kilowatt 1e3 watt: kilowatt kilowatts kw
megawatt 1e6 watt: megawatt megawatts mw
gigawatt 1e9 watt: gigawatt gigawatts gw
degree 1 degree: degree degrees
mph 1.609344 kmh: mph
kmh 1 kmh: kmh kph km/h
basis point .01 percent: bps
gigabyte 1 gigabyte: gb gigabyte gigabytes
megabyte .001 gigabyte: mb megabyte megabytes
terabyte 1000 gigabyte: tb terabyte terabytes
gigahertz 1 gigahertz: ghz gigahertz
megahertz .001 gigahertz: mhz megahertz
megapixel 1 megapixel: megapixel megapixels
knot 1.852 kmh: knot knots
magnitude 1 magnitude: magnitude
"""
_TIMES = """
second 1 second: second seconds sec
minute 60 second: minute minutes min
hour 3600 second: hour hours
day 1 day: day days
night 1 day: night nights
week 7 day: week weeks
fortnight 14 day: fortnight fortnights
month 1 month: month months
quarter 3 month: quarter quarters
year 12 month: year years
decade 120 month: decade decades
century 1200 month: century centuries
millennium 12000 month: millennium millennia
"""


def _table(lines: list[str], sort: str) -> dict[str, Unit]:
    out = {}
    for line in filter(None, lines):
        head, _, words = line.partition(":")
        *name, factor, base = head.split()
        unit = Unit(" ".join(name), sort, float(factor), base)
        out.update({w: unit for w in words.split(" ") if w})
    return out


MEASURES = _table(_MEASURES.strip().split("\n"), "measure")
TIMES = _table(_TIMES.strip().split("\n"), "duration")
_SHARE = Unit("percent", "percent", 1.0, "percent")
UNITS = MEASURES | TIMES | {"%": _SHARE, "percent": _SHARE, "pct": _SHARE}

SIGNS = {
    "US$": "USD", "U.S.$": "USD", "$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "NT$": "TWD",
    "S$": "SGD", "R$": "BRL", "€": "EUR",
    "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₪": "ILS", "฿": "THB", "₱": "PHP", "₫": "VND", "₦": "NGN",
    "USD": "USD", "EUR": "EUR", "GBP": "GBP", "JPY": "JPY", "CNY": "CNY", "RMB": "CNY", "INR": "INR", "Rs": "INR", "Rs.": "INR", "KRW": "KRW",
    "AUD": "AUD", "CAD": "CAD", "CHF": "CHF", "SEK": "SEK",
    "NOK": "NOK", "DKK": "DKK", "TRY": "TRY", "RUB": "RUB", "ZAR": "ZAR", "BRL": "BRL", "MXN": "MXN", "SGD": "SGD", "HKD": "HKD", "AED": "AED",
    "SAR": "SAR", "PKR": "PKR", "THB": "THB", "IDR": "IDR", "MYR": "MYR", "RM": "MYR",
}  # fmt: skip
# Named alone a coin of several states stays what it is called ("pounds" may be weight, "dollars" mostly American).
COINS = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "yen": "JPY", "won": "KRW", "yuan": "CNY", "renminbi": "CNY", "rupee": "INR",
    "rupees": "INR", "baht": "THB", "riel": "KHR", "riels": "KHR",
    "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "lira": "TRY", "liras": "TRY", "hryvnia": "UAH", "hryvnias": "UAH",
    "shekel": "ILS", "shekels": "ILS", "ringgit": "MYR", "rupiah": "IDR", "dong": "VND",
    "peso": "peso", "pesos": "peso", "franc": "franc", "francs": "franc", "krona": "krona", "kronor": "krona", "krone": "krone", "kroner": "krone",
    "dirham": "dirham", "dirhams": "dirham", "riyal": "SAR", "riyals": "SAR",
    "rial": "IRR", "rials": "IRR", "dinar": "dinar", "dinars": "dinar", "rand": "ZAR", "real": "BRL", "reais": "BRL", "naira": "NGN", "zloty": "PLN",
    "zlotys": "PLN", "forint": "HUF", "taka": "BDT", "cent": "cent", "cents": "cent",
    "pence": "pence", "pound": "GBP", "pounds": "GBP", "sterling": "GBP", "kyat": "MMK", "tenge": "KZT", "manat": "AZN", "dram": "AMD", "lari": "GEL",
}  # fmt: skip
WHOSE = {
    "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "hong kong": "HKD", "singapore": "SGD",
    "new zealand": "NZD", "taiwan": "TWD", "swiss": "CHF", "british": "GBP",
    "egyptian": "EGP", "pakistani": "PKR", "philippine": "PHP", "mexican": "MXN",
    "danish": "DKK", "norwegian": "NOK", "swedish": "SEK", "emirati": "AED", "kuwaiti": "KWD", "iraqi": "IQD", "syrian": "SYP",
}  # fmt: skip
SIGN = re.compile(
    r"(?:(?:US|U\.S\.|AU|CA|NZ|HK|NT|A|C|S|R)?\$|[€£¥₩₹₽₺₴₪฿₱₫₦]|(?:GB ?)?#(?=[ \u00a0]?$)|\b(?:USD|EUR|GBP|JPY|CNY|RMB|INR|Rs\.?|KRW|AUD|CAD|CHF"
    r"|SEK|NOK|DKK|RUB|ZAR|BRL|MXN|SGD|HKD|AED|SAR|PKR|THB|IDR|MYR|RM))[ \u00a0]?$"
)


def unit_of(word: str) -> Unit | None:
    """The unit of measure, time or share under a word; None for any other word."""
    return UNITS.get(word.lower().rstrip("."))


def currency_of(sign: str) -> str | None:
    """The ISO code of a sign or code before a number ("HK$"), or of a coin after it ("yen")."""
    bare = sign.strip()
    return "GBP" if bare.endswith("#") else SIGNS.get(bare) or COINS.get(bare.lower())  # "#" is the pound sign of seven-bit wires


def convert(value: float, unit: str | None) -> tuple[float, str | None]:
    """The value in its base unit: (508, "mile") -> (817.5, "km"); unchanged where the unit has no other."""
    found = next((u for u in UNITS.values() if u.name == unit), None)
    return (value * found.factor, found.base) if found else (value, unit)
