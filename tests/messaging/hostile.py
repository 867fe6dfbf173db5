"""What people may write, and what others may try."""

from hypothesis import strategies as some

ODD = (
    "Sara\r\nBcc: all@example.org",
    "Sara\nSubject: x\n\nbody",
    "a\x00b",
    "\u202egro.elpmaxe\u202c",
    "\u200f\u0633\u0627\u0631\u0629\u200e",
    "<script>alert(1)</script>&amp;\"'",
    "{when}{answer}{0}%s",
    "👩‍👧‍👦 Zoë",
    "END:VEVENT\r\nBEGIN:VALARM",
    'a;b:c,d\\e^f"g',
    "=?utf-8?q?=0ABcc=3A_x?=",
    "x" * 10_000,
    "\u2028\u2029\x85\x0b\x0c",
    "\ud800",
    "",
)
"""Injections, overrides of direction, emoji, and what is far too long."""

texts = some.one_of(some.sampled_from(ODD), some.text(some.characters(), max_size=60))


ADDRESSES = (
    ('"sara haddad"@example.org', '"sara haddad"@example.org'),
    ('"a\\"b"@example.org', '"a\\"b"@example.org'),
    ("o'neil+school@example.org", "o'neil+school@example.org"),
    ("sara@bücher.example", "sara@xn--bcher-kva.example"),
    ("jörg@example.org", "jörg@example.org"),
    ('"x@y"@example.org', '"x@y"@example.org'),
)
"""As kept, and as it goes out."""
