"""Web addresses that lead where a reader expects.

An address can hide its host in many ways: a name and a password before it, a number in place of a name, letters that look
like others, a character that reverses the order of the text. Each is refused with its reason. How browsers read a host: the
URL Standard of WHATWG; names in other alphabets: Unicode Technical Standard 46.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator

from macros.models.characters import alphabets_of, unseen_in

_FORBIDDEN = re.compile(r"""[\x00-\x20\x7f\s"<>\\^`{|}]""")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


def _as_ascii(host: str) -> str:
    """A host as it is looked up (UTS 46): letters outside ASCII as punycode."""
    if host.isascii():
        return host.lower()
    import idna  # needed for few addresses, and slow to import

    try:
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError as broken:
        raise ValueError(f"'{host}' is not the name of a host") from broken


def _label_as_written(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    import idna  # see above

    try:
        return idna.decode(label)
    except idna.IDNAError as broken:
        raise ValueError(f"'{label}' is not the name of a host") from broken


def _check_host(host: str) -> None:
    plain = _as_ascii(host)
    labels = plain.split(".")
    if unicodedata.normalize("NFKC", host) != host:
        raise ValueError(f"'{host}' is written with unusual characters; type it again")
    if host.startswith("[") or ":" in host or _NUMBER.fullmatch(labels[-1]):
        raise ValueError(f"'{host}' is a number; write the name of the host")
    if len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)):
        raise ValueError(f"'{host}' is not the name of a host")
    for label in labels:
        if len(alphabets_of(_label_as_written(label))) > 1:
            raise ValueError(f"'{host}' mixes letters of several alphabets, which imitates another host")


def checked_address(address: str, *, is_ours: bool = False) -> str:
    """An address that has nothing to hide.

    Args:
        address: The address.
        is_ours: Whether it is that of this site. While editors work on a site, its host can be a number or this machine.

    Raises:
        ValueError: It is not an absolute http(s) address, or its host is not what it seems.
    """
    # Browsers run `javascript:` and `data:` addresses, so only an allowlist is safe.
    # Spaces and control characters are refused because browsers remove them before they read the scheme.
    if _FORBIDDEN.search(address):
        raise ValueError("an address must not contain spaces, quotes, brackets or control characters")
    for _, message, _ in unseen_in(unquote(address, errors="ignore")):
        raise ValueError(message.replace("the text", "the address"))
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as broken:
        raise ValueError("the host or the port of the address is not valid; a port is at most 65535") from broken
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("an address must start with https:// or http:// and contain a host")
    if "@" in parts.netloc:
        raise ValueError(f"what stands before the @ is a user name; the host is '{parts.hostname}'")
    if port == 0:
        raise ValueError("0 is not a port")
    if not is_ours:
        _check_host(parts.hostname)
    return address


def shown_host(address: str) -> str:
    """The host of an address as a reader sees it; as punycode if it has letters of several alphabets."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return _as_ascii(host) if len(alphabets_of(host)) > 1 else host


WebAddress = Annotated[str, AfterValidator(checked_address)]
"""An absolute http(s) address."""
