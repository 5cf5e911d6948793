"""URLs as far as module keys need them (WHATWG URL; Node's ``pathToFileURL``).

The key of a file is ``file_url(real path)`` plus its *suffix*: ``?query#fragment`` as a
URL parser would print it.
"""

from __future__ import annotations

import os
import re
from binascii import Error as Base64Error
from binascii import a2b_base64
from typing import Final, NamedTuple

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_DRIVE: Final = re.compile(r"/?[A-Za-z]:[/\\]")
_UNSAFE_IN_PATH: Final = re.compile(r"[^A-Za-z0-9!$&'()*+,\-./:;=@_]+")
_UNSAFE_IN_QUERY: Final = re.compile(r"[\x00-\x20\"'<>\x7f-\U0010ffff]+")
_UNSAFE_IN_FRAGMENT: Final = re.compile(r"[\x00-\x20\"<>`\x7f-\U0010ffff]+")
_UNSAFE_IN_OPAQUE_PATH: Final = re.compile(r"[\x00-\x1f\x7f-\U0010ffff]+")
_DROPPED: Final = re.compile(r"[\t\n\r]")
_ENCODED_SEPARATOR: Final = re.compile(r"%2f|%5c", re.IGNORECASE)
_ENCODED_RUN: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_BAD_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_DATA: Final = re.compile(r"data:([^,]*),([^#]*)", re.IGNORECASE | re.DOTALL)
_C0_AND_SPACE: Final = "".join(map(chr, range(0x21)))

WINDOWS: Final = os.name == "nt"


class DataUrl(NamedTuple):
    """``media_type`` is lower case and without parameters."""

    media_type: str
    body: bytes


def scheme(specifier: str) -> str:
    """Return the URL scheme that ``specifier`` starts with, in lower case and without
    the colon; "" if there is none (on Windows, ``C:/x`` has none)."""
    match = _SCHEME.match(specifier)
    if match is None or (WINDOWS and _DRIVE.match(specifier)):
        return ""
    return match.group()[:-1].lower()


def trimmed(specifier: str) -> str:
    """Return ``specifier`` without the characters that a URL parser ignores."""
    return _DROPPED.sub("", specifier.strip(_C0_AND_SPACE))


def file_url(path: str) -> str:
    """Return the ``file:`` URL of an absolute path."""
    if WINDOWS:
        path = path.replace("\\", "/")
        if path.startswith("//"):
            return "file:" + _encoded(_UNSAFE_IN_PATH, path)
        path = "/" + path
    return "file://" + _encoded(_UNSAFE_IN_PATH, path)


def split_suffix(specifier: str) -> tuple[str, str]:
    """Split into the path and the suffix (``?query#fragment``, percent-encoded as a URL
    parser does, or ""). An empty query or fragment counts for nothing, as in Node."""
    rest, _, fragment = specifier.partition("#")
    path, _, query = rest.partition("?")
    suffix = "?" + _encoded(_UNSAFE_IN_QUERY, query) if query else ""
    if fragment:
        suffix += "#" + _encoded(_UNSAFE_IN_FRAGMENT, fragment)
    return path, suffix


def decoded_path(path: str) -> str:
    """Return a URL's path with its percent-encoding undone.

    Raises ValueError, with a message for people, where Node refuses the path: encoded
    separators, and percent signs that encode nothing.
    """
    if "%" not in path:
        return path
    encoded = _ENCODED_SEPARATOR.search(path)
    if encoded:
        raise ValueError(f"it must not contain {encoded.group()}, an encoded path separator")
    if _BAD_PERCENT.search(path):
        raise ValueError("a % in it is not followed by two hexadecimal digits (write %25)")
    try:
        return _ENCODED_RUN.sub(_decoded_run, path)
    except UnicodeDecodeError:
        raise ValueError("its percent-encoded bytes are not UTF-8") from None


def file_url_path(url: str) -> tuple[str, str]:
    """Return the absolute path and the suffix of a ``file:`` URL.

    Raises ValueError, with a message for people, if it names no local path.
    """
    rest, suffix = split_suffix(url[len("file:") :])
    rest = rest.replace("\\", "/")
    host = ""
    if rest.startswith("//"):
        host, slash, tail = rest[2:].partition("/")
        rest = slash + tail
    if not rest.startswith("/"):
        raise ValueError("it is not absolute")
    path = decoded_path(rest)
    if "\0" in path:
        raise ValueError("it contains a NUL character")
    if host.lower() in ("", "localhost"):
        return (path[1:] if WINDOWS and _DRIVE.match(path) else path), suffix
    if WINDOWS:
        return f"//{host}{path}", suffix
    raise ValueError(f"it names another host, {host}")


def data_url(url: str) -> DataUrl:
    """Take a ``data:`` URL apart (Fetch Standard, *data: URL processor*).

    Raises ValueError, with a message for people, if it is none.
    """
    match = _DATA.match(url)
    if match is None:
        raise ValueError("it has no comma between the media type and the data")
    parameters = match.group(1).split(";")
    text = match.group(2).encode("utf-8", "surrogatepass")
    body = re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes.fromhex(m.group(1).decode()), text)
    if len(parameters) > 1 and parameters[-1].strip().lower() == "base64":
        body = _base64(body)
    return DataUrl(parameters[0].strip().lower() or "text/plain", body)


def data_url_key(url: str) -> str:
    """Return a ``data:`` URL as a URL parser prints it."""
    return "data:" + _encoded(_UNSAFE_IN_OPAQUE_PATH, url[len("data:") :])


def _base64(body: bytes) -> bytes:
    compact = re.sub(rb"[\t\n\f\r ]", b"", body)
    if len(compact) % 4 == 0:
        compact = re.sub(rb"={1,2}\Z", b"", compact)
    if len(compact) % 4 == 1 or re.search(rb"[^A-Za-z0-9+/]", compact):
        raise ValueError("its data is not base64")
    try:
        return a2b_base64(compact + b"=" * (-len(compact) % 4))
    except Base64Error:
        raise ValueError("its data is not base64") from None


def _encoded(unsafe: re.Pattern[str], text: str) -> str:
    return unsafe.sub(_encoded_run, text)


def _encoded_run(match: re.Match[str]) -> str:
    # Names of files that are not UTF-8 come as lone surrogates (os.fsdecode).
    text = match.group()
    try:
        data = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = text.encode("utf-8", "surrogatepass")
    return "".join(f"%{byte:02X}" for byte in data)


def _decoded_run(match: re.Match[str]) -> str:
    return bytes.fromhex(match.group().replace("%", "")).decode("utf-8")
