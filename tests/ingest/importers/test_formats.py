from __future__ import annotations

import io
import zipfile

import pytest

from timeline_app.domain.article import ImportIssue
from timeline_app.ingest.importers.formats import FORMATS, recognise
from timeline_app.ingest.importers.sample import sample_of


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "content")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (zipped("xl/workbook.xml"), "a spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "an old or encrypted Office document"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "a picture"),
        (b"SQLite format 3\0" + b"\0" * 99, "a database"),
        (b"{\\rtf1\\ansi Hello}", "a rich text document"),
        (zipped("mimetypeapplication/epub"), "an electronic book"),
        (b"7z\xbc\xaf\x27\x1c" + b"\0" * 99, "an archive"),
        (bytes(range(256)) * 8, "a binary file"),
    ],
)
def test_formats_that_are_not_read_are_told_by_content_and_reported(take_in, content, kind):
    for name in ("a.txt", "a.md", "a"):
        (issue,) = take_in(name, content)
        assert isinstance(issue, ImportIssue)
        assert str(issue.reason) == f"It is {kind}, which this program does not read."


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (zipped("[Content_Types].xml", "word/document.xml"), "a Word document"),
        (zipped("a.txt"), "a zip archive"),
        (b"  <!DOCTYPE html>\n<html><body><p>Text", "a web page"),
        (b"<!-- saved from url=(0020)https://example.org/ -->\n<html>", "a web page"),
        ("\ufeff<html lang='de'>".encode("utf-16-le"), "a web page"),
        (b'<?xml version="1.0"?>\n<rss version="2.0"/>', "a news feed or other XML file"),
        (b'<?xml version="1.0"?>\n<timeline><events/></timeline>', "a timeline of The Timeline Project"),
        (b"Return-Path: <a@b.org>\nSubject: x\n\nText", "an e-mail or a saved web page"),
        (b"From a@b.org Tue Feb 14 10:00:00 2023\nSubject: x\n\nText", "a mailbox"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0", "a calendar"),
        (b"TY  - NEWS\nTI  - x", "a RIS list of references"),
        (b"% export\n@article{key, title={x}}", "a BibTeX list of references"),
        (b'{"title": {}, "events": [{"start_date": {"year": "2023"}}]}', "a JSON document"),
        (b'{"title": "a"}\n{"title": "b"}\n', "JSON Lines"),
        (b"date,title,text\n2023-02-14,a,b\n", "a table"),
        (b"WARC/1.0\r\n", "a web archive"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a"])
def test_formats_are_told_by_content_whatever_the_name(tmp_path, content, kind, name):
    path = tmp_path / name
    path.write_bytes(content)
    assert recognise(sample_of(path)).name == kind


def test_name_tells_where_no_content_does(take_in):
    _, found = take_in("a.CSV", "2023-02-14,Ministers meet\n")
    assert found.title == "Ministers meet"
    (issue,) = take_in("style.css", "body { color: red }")
    assert "program code" in str(issue.reason)
    (found,) = take_in("a.html", "<p>A fragment of a page.</p>")
    assert found.body == "A fragment of a page."


@pytest.mark.parametrize("name", ["a", "a.TXT", "a.weird", "a.pdf.txt", "n" * 200 + ".txt", "a b.2023"])
def test_plain_text_is_read_whatever_it_is_called(article, name):
    assert article(name, "The ministers met in Brussels.").body == "The ministers met in Brussels."


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a"])
def test_content_goes_before_name(article, name):
    assert article(name, '{"title": "A", "text": "B"}').title == "A"
    assert article(name, '---\ntitle: "A"\n---\nB').title == "A"


def test_zero_bytes_in_a_text_do_not_make_it_binary(article):
    assert article("a.txt", b"The ministers met \0\0in Brussels. " * 3).body.startswith(
        "The ministers met in Brussels."
    )


def test_every_format_that_is_read_has_its_own_name():
    names = [entry.name for entry in FORMATS if entry.read is not None]
    assert len(names) == len(set(names))
