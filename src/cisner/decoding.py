"""From the bytes of a file to text: encodings of English and Russian reports, and the main text of web pages."""

import codecs
import json
import re
from dataclasses import dataclass

from cisner.errors import FailureCode, ReportError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ONE_BYTE = ("cp1251", "koi8_r", "cp866", "iso8859_5", "cp1252")
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"{\\rtf",
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.01  # of the characters of a text
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_NO_TEXT = "this is a binary file, not a text"
_HTML_HEAD = 4096  # bytes in which a page declares its encoding


def decode(data: bytes) -> str:
    """Decodes a report: UTF-8, UTF-16 and UTF-32, else the likeliest of the one-byte encodings of Russian and English.

    Line ends stay as they are; a byte order mark does not become part of the text.

    Raises:
        ReportError: The data are binary, or in no encoding that makes sense of them.
    """
    if data.startswith(_SIGNATURES):
        raise ReportError(FailureCode.BINARY, _NO_TEXT)
    text = _decode_unicode(data)
    if text is None:
        text = _decode_one_byte(data)
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise ReportError(FailureCode.BINARY, _NO_TEXT)
    return text


def _decode_unicode(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_strictly(data[len(mark) :], encoding)
    if b"\0" in data:
        # Text in UTF-16 has its zero bytes on one side only: in the high bytes of spaces, digits and Latin letters.
        low, high = data[0::2].count(0), data[1::2].count(0)
        try:
            if not min(low, high):
                return data.decode("utf-16-le" if high else "utf-16-be")
        except UnicodeDecodeError:
            pass
        raise ReportError(FailureCode.BINARY, _NO_TEXT)
    return _decoded(data, "utf-8")


def _decode_strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"the text begins as {encoding.upper()}, but is not from byte {error.start + 1} on"
        raise ReportError(FailureCode.ENCODING, message) from None


def encoding_of(sample: bytes) -> str:
    """Names the encoding of a text by its beginning.

    Raises:
        ReportError: The data are binary, or in no encoding that makes sense of them.
    """
    if sample.startswith(_SIGNATURES):
        raise ReportError(FailureCode.BINARY, _NO_TEXT)
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return "utf-8" if encoding == "utf-8" else encoding.rpartition("-")[0]  # these take the mark themselves
    if b"\0" in sample:
        raise ReportError(FailureCode.BINARY, _NO_TEXT)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)  # the last character may be cut
    except UnicodeDecodeError:
        return _one_byte_encoding(sample)
    return "utf-8"


def _decode_one_byte(data: bytes) -> str:
    return data.decode(_one_byte_encoding(data))


def _one_byte_encoding(data: bytes) -> str:
    from charset_normalizer import from_bytes  # 20 ms that few files need

    match = from_bytes(data, cp_isolation=list(_ONE_BYTE)).best()
    text = _decoded(data, match.encoding) if match else None
    if match is None or text is None:
        raise ReportError(FailureCode.ENCODING, "unknown encoding: save the text as UTF-8")
    # Turkish and Western European differ in six letters; Turkish names are likelier here than Icelandic ones.
    is_turkish = match.encoding == "cp1252" and re.search("[ÐðÞþ]", text) and _decoded(data, "cp1254") is not None
    return "cp1254" if is_turkish else match.encoding


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


@dataclass(frozen=True, slots=True)
class Page:
    """The main text of a web page, and what the page says of itself."""

    text: str
    title: str | None
    published: str | None


def decode_page(data: bytes) -> Page:
    """Takes the main text, the title and the stated publication date out of a web page.

    Raises:
        ReportError: The extra ``html`` is not installed, or the bytes are no text.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError:
        message = "reading HTML needs an extra: pip install 'cisner[html]'"
        raise ReportError(FailureCode.EXTRA, message) from None
    # The date that a page states, not one that is searched for in its text.
    dates = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
    markup = _decode_markup(data)
    page = bare_extraction(markup, include_comments=False, with_metadata=True, date_extraction_params=dates)
    if page is None or isinstance(page, dict) or not page.text:
        return Page("", None, None)
    return Page(page.text, page.title or None, page.date or None)


def _decode_markup(data: bytes) -> str:
    declared = _DECLARED.search(data[:_HTML_HEAD])
    if declared and not data.startswith(tuple(mark for mark, _ in _BOMS)):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # the page is wrong about itself
    return decode(data)


def is_json(data: str | bytes) -> bool:
    """Whether data are one JSON value, whole."""
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
