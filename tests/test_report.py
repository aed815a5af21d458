"""Reading reports: formats, encodings, folders, and what becomes of bad input."""

import io
import json
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from cisner.errors import Failure, FailureCode, ReportError
from cisner.report import Report, accept, parse_day, read_reports, to_report
from conftest import RUSSIAN_TEXT, SAMPLES, TEXT


def read(*paths: Path | str, **options: object) -> list[Report | Failure]:
    return list(read_reports(paths, **options))  # type: ignore[arg-type]


def one(path: Path | str) -> Report:
    (report,) = read(path)
    assert isinstance(report, Report), report
    return report


def failure(path: Path | str) -> Failure:
    (item,) = read(path)
    assert isinstance(item, Failure), item
    return item


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "talks.txt", TEXT)
    assert one(path) == Report(id="talks", text=TEXT, source=path.as_posix())


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    text = "One\r\nTwo\rThree\n\u2028Four"
    assert one(write(tmp_path / "a.txt", text)).text == text


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r", "cp866", "iso8859-5"],
)
def test_encodings_of_russian(tmp_path: Path, encoding: str) -> None:
    assert one(write(tmp_path / "a.txt", RUSSIAN_TEXT.encode(encoding))).text == RUSSIAN_TEXT


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "“The talks”, he said – in Zürich, on the sidelines of the forum, where the ministers had met."),
        ("cp1254", "Erdoğan met Aliyev in Ankara on Monday; Çavuşoğlu and Fidan were there as well, he said."),
        ("cp1252", "“The þing”, he said in Žilina – on the sidelines of the forum, where the ministers had met."),
        ("cp1251", "The session – held in Minsk – was attended by the “heads of government”."),
    ],
)
def test_encodings_of_english(tmp_path: Path, encoding: str, text: str) -> None:
    assert one(write(tmp_path / "a.txt", text.encode(encoding))).text == text


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", FailureCode.EMPTY),
        (b" \r\n\t ", FailureCode.EMPTY),
        (b"%PDF-1.7\n%\xe2\xe3", FailureCode.BINARY),
        (b"PK\x03\x04\x14\x00", FailureCode.BINARY),
        (bytes(range(256)) * 8, FailureCode.BINARY),
        (RUSSIAN_TEXT.encode()[:-5] + b"\xd0\n" + RUSSIAN_TEXT.encode(), FailureCode.ENCODING),
        (b"\xff\xfe" + RUSSIAN_TEXT.encode("utf-16-le") + b"\x00", FailureCode.ENCODING),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, code: FailureCode) -> None:
    item = failure(write(tmp_path / "bad.txt", content))
    assert (item.code, item.report_id) == (code, "bad")
    assert "\n" not in item.message


@given(st.binary(max_size=300))
def test_any_bytes_are_a_report_or_a_failure(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    for name in ("a.txt", "b.json", "c.jsonl"):
        for item in read(write(folder / name, content)):
            if isinstance(item, Report):
                item.model_dump_json()


def test_missing_and_unreadable(tmp_path: Path) -> None:
    assert failure(tmp_path / "none.txt").code is FailureCode.MISSING
    assert str(failure("none.txt")) == "none.txt: no such file or folder"
    assert failure("").code is FailureCode.MISSING
    assert failure(tmp_path).code is FailureCode.EMPTY


def test_one_bad_report_does_not_stop_the_rest(tmp_path: Path) -> None:
    paths = [write(tmp_path / "a.txt", TEXT), tmp_path / "none.txt", write(tmp_path / "b.txt", TEXT)]
    assert [isinstance(item, Report) for item in read(*paths)] == [True, False, True]


def test_json_lines(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "r1", "text": TEXT, "published": "2023-06-08", "source": "https://example.org/1"}),
        "",
        "{broken",
        json.dumps(
            {"id": 7, "text": RUSSIAN_TEXT, "language": "ru", "title": "Саммит", "tags": ["x"]}, ensure_ascii=False
        ),
        json.dumps({"text": TEXT, "published": None}),
        json.dumps({"id": "r5"}),
        json.dumps([TEXT]),
        json.dumps({"id": "r8", "text": TEXT, "published": "2023-02-30"}),
        json.dumps({"id": "r9", "text": 9}),
        json.dumps({"id": "r10", "text": "  "}),
        json.dumps({"id": "r11", "text": TEXT, "language": "kk"}),
        json.dumps({"id": "r12", "text": "half \ud800 pair"}),
        "[" * 100_000,
        "9" * 10_000,
    ]
    path = write(tmp_path / "reports.jsonl", "\n".join(lines) + "\n")
    items = read(path)
    reports = [item for item in items if isinstance(item, Report)]
    assert [(r.id, r.published, r.language) for r in reports] == [
        ("r1", date(2023, 6, 8), None),
        ("7", None, "ru"),
        ("reports:5", None, None),
    ]
    assert reports[0].source == "https://example.org/1"
    assert reports[1].title == "Саммит"
    failures = {item.line: item.code for item in items if isinstance(item, Failure)}
    assert failures == {
        3: FailureCode.JSON,
        6: FailureCode.FIELD,
        7: FailureCode.JSON,
        8: FailureCode.DATE,
        9: FailureCode.FIELD,
        10: FailureCode.EMPTY,
        11: FailureCode.LANGUAGE,
        12: FailureCode.ENCODING,
        13: FailureCode.JSON,
        14: FailureCode.JSON,
    }
    assert str(items[1]).startswith(f"{path.as_posix()}:3: not JSON: ")


def test_json_lines_are_read_lazily(tmp_path: Path) -> None:
    def endless() -> "io.BufferedReader":
        class Endless(io.RawIOBase):
            def readable(self) -> bool:
                return True

            def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
                line = (json.dumps({"text": TEXT}) + "\n").encode()
                size = min(len(buffer), len(line))
                buffer[:size] = line[:size]
                return size

        return io.BufferedReader(Endless(), buffer_size=len(json.dumps({"text": TEXT})) + 1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(endless()))
        reports = read_reports(["-"])
        assert [next(reports).id for _ in range(3)] == ["stdin:1", "stdin:2", "stdin:3"]  # type: ignore[union-attr]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    content = "".join(json.dumps({"id": i, "text": RUSSIAN_TEXT}, ensure_ascii=False) + "\n" for i in range(2))
    assert [item.text for item in read(write(tmp_path / "a.jsonl", content.encode(encoding)))] == [RUSSIAN_TEXT] * 2  # type: ignore[union-attr]


def test_a_json_object(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps({"text": TEXT, "published": "2023-06-08T23:10:00+03:00"}, indent=1))
    assert one(path) == Report(id="a", text=TEXT, published=date(2023, 6, 8), source=path.as_posix())
    item = failure(write(tmp_path / "b.json", '{\n "text": "a",\n}'))
    assert (item.code, item.line) == (FailureCode.JSON, 3)
    assert "cisner review" in failure(write(tmp_path / "c.json", '{"schema_version": "1.0"}')).message


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def stdin(content: str | bytes) -> list[Report | Failure]:
        data = content.encode() if isinstance(content, str) else content
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return read("-")

    (report,) = stdin(RUSSIAN_TEXT.encode("cp1251"))
    assert (report.id, report.text, report.source) == ("stdin", RUSSIAN_TEXT, "stdin")  # type: ignore[union-attr]
    (report,) = stdin(RUSSIAN_TEXT.encode("utf-16"))
    assert report.text == RUSSIAN_TEXT  # type: ignore[union-attr]
    (report,) = stdin("\n\n" + TEXT + "\n")
    assert report.text == "\n\n" + TEXT + "\n"  # type: ignore[union-attr]
    assert len(stdin('\n{"text": "a"}\n{"text": "b"}\n')) == 2
    (report,) = stdin(json.dumps({"text": TEXT}, indent=2))
    assert report.text == TEXT  # type: ignore[union-attr]
    first, second = stdin('{"text": \n{"text": "b"}\n')
    assert isinstance(first, Failure)
    assert isinstance(second, Report)
    (item,) = stdin("")
    assert isinstance(item, Failure)
    assert item.code is FailureCode.EMPTY


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "c.txt", "b/1.txt", ".hidden/x.txt", ".x.txt", "notes.md", "photo.png"):
        write(tmp_path / name, TEXT)
    write(tmp_path / "a.json", "{}")  # beside a.txt: about it, not a report
    write(tmp_path / "d.json", json.dumps({"text": TEXT}))
    assert [item.id for item in read(tmp_path)] == ["a", "1", "2", "c", "d"]  # type: ignore[union-attr]


def test_equal_names_are_told_apart(tmp_path: Path) -> None:
    for name in ("a/report.txt", "b/report.txt", "b/report.htm", "c.txt"):
        write(tmp_path / name, f"<p>{TEXT}</p>")
    ids = {item.id if isinstance(item, Report) else item.report_id for item in read(tmp_path)}
    assert ids == {"a/report", "b/report.txt", "b/report.htm", "c"}
    path = write(tmp_path / "same.jsonl", '{"id": "x", "text": "a"}\n{"id": "x", "text": "b"}\n')
    assert [item.id for item in read(path, path)] == ["x", "x#2", "x#3", "x#4"]  # type: ignore[union-attr]


def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = tmp_path / "\udcff.txt"
    try:
        write(path, TEXT)
    except OSError:
        pytest.skip("this file system has Unicode names only")
    one(path).model_dump_json()


def test_defaults_do_not_replace_what_a_report_says(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "a"}\n{"text": "b", "published": "2020-01-01", "language": "ru"}\n')
    first, second = read(path, published=date(2023, 1, 1), language="en")
    assert (first.published, first.language) == (date(2023, 1, 1), "en")  # type: ignore[union-attr]
    assert (second.published, second.language) == (date(2020, 1, 1), "ru")  # type: ignore[union-attr]


PAGE = """<!DOCTYPE html><html lang="ru"><head><meta charset="{charset}"><title>Саммит в Бишкеке | Портал</title>
<meta property="og:title" content="Саммит в Бишкеке">
<meta property="article:published_time" content="2023-10-13T16:20:00+06:00"></head>
<body><nav><a href="/">Главная</a> <a href="/world">В мире</a></nav><article><h1>Саммит в Бишкеке</h1>
<p>{text}</p><p>Главы государств подписали договор и приняли заявление о принципах отношений.</p></article>
<footer>Подпишитесь на нашу рассылку</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
def test_the_main_text_of_a_page(tmp_path: Path, charset: str) -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.format(charset=charset, text=RUSSIAN_TEXT).encode(charset)
    report = one(write(tmp_path / "page.html", page))
    assert RUSSIAN_TEXT in report.text
    assert "рассылку" not in report.text
    assert "Главная" not in report.text
    assert (report.title, report.published) == ("Саммит в Бишкеке", date(2023, 10, 13))


@pytest.mark.parametrize("page", ["<html></html>", "<", "<html><body><script>x</script></body></html>"])
def test_a_page_without_text(tmp_path: Path, page: str) -> None:
    pytest.importorskip("trafilatura")
    assert failure(write(tmp_path / "page.html", page)).code is FailureCode.EMPTY


def test_a_page_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    item = failure(write(tmp_path / "page.html", "<p>text</p>"))
    assert item.code is FailureCode.EXTRA
    assert "cisner[html]" in item.message


def test_accept() -> None:
    gone = Failure("gone", None, FailureCode.MISSING, "no such file or folder")
    assert accept(gone) is gone
    assert accept(TEXT) == Report(id="report", text=TEXT)
    assert accept({"id": "x", "text": "", "source": "s"}, id="7") == Failure(
        "x", "s", FailureCode.EMPTY, "the report has no text"
    )
    for bad in ({"id": 1.5, "text": TEXT}, None, 7, b"bytes"):
        item = accept(bad, id="7")  # type: ignore[arg-type]
        assert isinstance(item, Failure)
        assert (item.report_id, item.code) == ("7", FailureCode.FIELD)


def test_to_report() -> None:
    assert to_report(TEXT) == Report(id="report", text=TEXT)
    assert to_report({"text": TEXT, "id": "x", "published": datetime(2023, 6, 8, 12)}).published == date(2023, 6, 8)
    assert to_report(Report(id="y", text=TEXT)).id == "y"
    for bad in ("", {"text": None}, {"text": TEXT, "id": ["x"]}, {"text": TEXT, "published": 20230608}):
        with pytest.raises(ReportError):
            to_report(bad)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["2023-02-30", "2023-6-8", "8 June 2023", "20230608", "2023-06-08Tx", "٢٠٢٣-٠٦-٠٨", ""]
)
def test_days_that_are_none(text: str) -> None:
    with pytest.raises(ReportError) as caught:
        parse_day(text)
    assert caught.value.code is FailureCode.DATE


def test_the_samples_can_be_read() -> None:
    items = read(SAMPLES)
    assert len(items) >= 3
    assert all(isinstance(item, Report) for item in items)
