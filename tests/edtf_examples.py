"""Every example of EDTF levels 0 and 1, and others on which readers of EDTF differ: what is read, and what is refused.

The examples are those of the specification (Library of Congress, 2019) and of the public tests of edtf-validate, edtf.js and
python-edtf, as far as their forms are those of the specification. The tests of edtf-validate also have forms of the draft of 2012.
"""

from __future__ import annotations

READ = {
    # Level 0: day, month, year
    "1985-04-12": ("12 April 1985", "on 12 April 1985"),
    "1985-04": ("April 1985", "in April 1985"),
    "1985": ("1985", "in 1985"),
    "2001-02-03": ("3 February 2001", "on 3 February 2001"),
    "2008-12": ("December 2008", "in December 2008"),
    "2016-02-29": ("29 February 2016", "on 29 February 2016"),
    "0409": ("AD 409", "in AD 409"),
    "0007": ("AD 7", "in AD 7"),
    "0044-03-15": ("15 March AD 44", "on 15 March AD 44"),
    # Level 0: date and time
    "1985-04-12T23:20:30": ("12 April 1985", "on 12 April 1985"),
    "1985-04-12T23:20:30Z": ("12 April 1985", "on 12 April 1985"),
    "1985-04-12T23:20:30-04": ("12 April 1985", "on 12 April 1985"),
    "1985-04-12T23:20:30+04:30": ("12 April 1985", "on 12 April 1985"),
    "2004-01-01T10:10:10+05:00": ("1 January 2004", "on 1 January 2004"),
    # Level 0: interval
    "1964/2008": ("1964 to 2008", "from 1964 to 2008"),
    "2004-06/2006-08": ("June 2004 to August 2006", "from June 2004 to August 2006"),
    "2004-02-01/2005-02-08": ("1 February 2004 to 8 February 2005", "from 1 February 2004 to 8 February 2005"),
    "2004-02-01/2005-02": ("1 February 2004 to February 2005", "from 1 February 2004 to February 2005"),
    "2004-02-01/2005": ("1 February 2004 to 2005", "from 1 February 2004 to 2005"),
    "2005/2006-02": ("2005 to February 2006", "from 2005 to February 2006"),
    "1111-01-01/1111": ("1 January 1111 to 1111", "from 1 January 1111 to 1111"),
    # Level 1: qualification
    "1984?": ("possibly 1984", "possibly in 1984"),
    "2004-06~": ("about June 2004", "in about June 2004"),
    "2004-06-11%": ("possibly about 11 June 2004", "possibly on about 11 June 2004"),
    "2004-06-11?": ("possibly 11 June 2004", "possibly on 11 June 2004"),
    "2016-05-03~": ("about 3 May 2016", "on about 3 May 2016"),
    "1984%": ("possibly about 1984", "possibly in about 1984"),
    # Level 1: extended interval
    "1985-04-12/..": ("since 12 April 1985", "since 12 April 1985"),
    "1985-04/..": ("since April 1985", "since April 1985"),
    "1985/..": ("since 1985", "since 1985"),
    "../1985-04-12": ("until 12 April 1985", "until 12 April 1985"),
    "../1985-04": ("until April 1985", "until April 1985"),
    "../1985": ("until 1985", "until 1985"),
    "1985-04-12/": ("from 12 April 1985", "from 12 April 1985"),
    "1985-04/": ("from April 1985", "from April 1985"),
    "1985/": ("from 1985", "from 1985"),
    "/1985-04-12": ("until 12 April 1985", "until 12 April 1985"),
    "/1985-04": ("until April 1985", "until April 1985"),
    "/1985": ("until 1985", "until 1985"),
    "1984~/2004-06": ("about 1984 to June 2004", "from about 1984 to June 2004"),
    "1984/2004-06~": ("1984 to about June 2004", "from 1984 to about June 2004"),
    "1984?/2004%": ("possibly 1984 to possibly about 2004", "from possibly 1984 to possibly about 2004"),
    "2019-12/2020%": ("December 2019 to possibly about 2020", "from December 2019 to possibly about 2020"),
    "1984-06?/2004-08?": ("possibly June 1984 to possibly August 2004", "from possibly June 1984 to possibly August 2004"),
    "1984-06-02?/2004-08-08~": (
        "possibly 2 June 1984 to about 8 August 2004", "from possibly 2 June 1984 to about 8 August 2004",
    ),
    "1984-06-02?/": ("from possibly 2 June 1984", "from possibly 2 June 1984"),
    # Level 2, as far as it is read: one of a set
    "[..1760-12-03]": ("by 3 December 1760", "by 3 December 1760"),
    "[1760-12..]": ("in or after December 1760", "in or after December 1760"),
    "[1760-12-03..]": ("on or after 3 December 1760", "on or after 3 December 1760"),
    "[1670..1672]": ("between 1670 and 1672", "some time between 1670 and 1672"),
    "[2023-10-04..2023-10-06]": ("between 4 and 6 October 2023", "some time between 4 and 6 October 2023"),
    "[2023-10-31..2023-11-01]": (
        "between 31 October and 1 November 2023", "some time between 31 October and 1 November 2023",
    ),
    "2023-10-04/2023-10-06": ("4 to 6 October 2023", "from 4 to 6 October 2023"),
    "2023-10-04~/2023-10-06~": ("about 4 October 2023 to about 6 October 2023", "from about 4 October 2023 to about 6 October 2023"),
}  # fmt: skip
"""Each date that is read, with its words alone and in a sentence."""

_YEARS = "only the years 0001 to 9998 can be read; write silent, and say it in words"
_NO_YEAR = "it gives no year; write silent, and say it in words"
_MARK = "put one mark at the end, as in 2004-06-11~"
_FORMS = "write 2023-11-20, 2023-06, 2023-06~,"
_NO_DAY = "is not a day of the calendar"
_TIME = "or the time as in"

REFUSED = {
    # Level 0: years that no calendar here has
    "0000": _YEARS, "-0999": _YEARS, "-9999": _YEARS, "-0000": _YEARS, "9999": _YEARS, "0000/0000": _YEARS, "0000-02/1111": _YEARS,
    "0000-01/0000-01-03": _YEARS, "-2005/-1999-02": _YEARS, "2004/9999": _YEARS, "[0000..2004]": _YEARS, "12345": _FORMS,
    # Level 1: letter-prefixed year, negative year
    "Y170000002": _YEARS, "Y-170000002": _YEARS, "-1985": _YEARS, "-1000/-0999": _YEARS, "-0275~": _YEARS, "-2004-06-01/": _YEARS,
    "Y9999": _YEARS,
    # Level 1: seasons
    "2001-21": 'write the months of the season, as in "[2001-03..2001-05]", and say it in words',
    "2003-22": "write the months of the season", "2000-23": "write the months of the season",
    "2010-24": "write the months of the season", "2010-24~": "write the months of the season",
    "1923-21/1924": "write the months of the season",
    # Level 1: unspecified digits
    "199X": 'write "[1990..1999]"', "201X": 'write "[2010..2019]"', "20XX": 'write "[2000..2099]"', "1XXX": 'write "[1000..1999]"',
    "199X?": 'write "[1990..1999]"', "2004-XX": "write 2004", "1985-04-XX": "write 1985-04", "1985-XX-XX": "write 1985",
    "XXXX": _NO_YEAR, "XXXX-XX": _NO_YEAR, "XXXX-XX-XX": _NO_YEAR,
    # Level 1: an interval without any day
    "/": _NO_YEAR, "../..": _NO_YEAR, "/..": _NO_YEAR, "../": _NO_YEAR, "[..]": _NO_YEAR,
    # Level 2, which is not read
    "2004?-06-11": _MARK, "2004-06~-11": _MARK, "?2004-06-~11": _MARK, "2004-06-~11": _MARK,
    "[1667,1668,1670..1672]": 'write "[1667..1672]"', "[1667, 1760-12]": 'write "[1667..1760-12]"',
    "{1667,1668,1670..1672}": _FORMS, "{1960,1961-12}": _FORMS, "[1984~..2004]": 'a range is doubt enough; write "[1984..2004]"',
    "2004-06-~01/2004-06-~20": _FORMS, "156X-12-25": _FORMS, "2001-34": _FORMS, "Y17E7": _YEARS, "1950S2": _FORMS,
    # The draft of 2012
    "199u": 'write "[1990..1999]"', "1999-uu": "write 1999", "1999-01-uu": "write 1999-01", "unknown/2006": "write /2006",
    "2004-06-01/unknown": "write 2004-06-01/", "2004-01-01/open": "write 2004-01-01/..", "1984?~": "write 1984%",
    "y170000002": _YEARS, "(2004-(06)~)?": _FORMS, "2004-(06)?-11": _FORMS,
    # No day of the calendar
    "1960-06-31": _NO_DAY, "2016-05-00": _NO_DAY, "2016-05-32": _NO_DAY, "2023-02-29": _NO_DAY, "2016-05-02T24:00:00": _NO_DAY,
    "2016-05-02T00:61:00": _NO_DAY, "2016-05-02T01:01:60": _NO_DAY, "[2023-02-29..]": _NO_DAY, "2016-13": _FORMS, "2016-00": _FORMS,
    "2016-13-08": _FORMS,
    # Times that are not whole
    "2012-10-10T10:10:1": _TIME, "2012-10-10T1:10:10": _TIME, "2012-10-10t10:10:10": _TIME, "2012-10-10T10:10:10Z10": _TIME,
    "2016-05-02T16:54:59.042Z": _TIME, "2023-11-18T13:12": _TIME, "2023-11-18T13:12:00+0000": _TIME,
    # The wrong way round, or twice the same
    "2012/2011": "ends before it starts", "0800/0799": "ends before it starts", "[2024..2023]": "ends before it starts",
    "2023-10-04/2023-10-04": "ends when it starts; write 2023-10-04", "2023-10/2023-10?": "ends when it starts; write 2023-10?",
    "[2023..2023]": "ends when it starts; write 2023",
    # Not EDTF
    "": _FORMS, " 1863-03-29": _FORMS, "1863-03-29 ": _FORMS, "1863- 03-29": _FORMS, "2000/12-12": _FORMS, "2012///4444": _FORMS,
    "2012/2013/1234": _FORMS, "20231120": _FORMS, "20 November 2023": _FORMS, "2023-6": _FORMS, "２０２３-11-20": _FORMS,
    "2023-11-٠٥": _FORMS, "2023-11-20\n": _FORMS, "+2006?~": _FORMS,
}  # fmt: skip
"""Each date that is refused, with what the message says."""
