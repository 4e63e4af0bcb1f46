from __future__ import annotations

import io
import time
import zipfile
import zlib

import pytest

from timeline_app.domain.article import Article, DateOrigin, ImportIssue
from timeline_app.domain.period import Period

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DAY = Period.of_date(2023, 2, 14)


def word(*paragraphs: str, before: str = "", core: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        document = f"<?xml version='1.0'?>{before}<w:document {W}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        package.writestr("word/document.xml", document)
        if core:
            package.writestr("docProps/core.xml", core)
    return buffer.getvalue()


def p(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Ministers</dc:title>'
    "<dc:creator>Jane Doe</dc:creator><dcterms:created>2023-02-14T09:00:00Z</dcterms:created></cp:coreProperties>"
)


def test_word_document_has_the_title_and_date_of_its_heading(article):
    found = article(
        "a.docx", word(p("Ministers meet", "Title"), p("14 February 2023"), p("First."), p("Second."), core=CORE)
    )
    assert (found.title, found.body, found.author) == ("Ministers meet", "First.\n\nSecond.", "Jane Doe")
    assert (found.published, found.date_origin) == (DAY, DateOrigin.HEADER)


def test_word_document_without_a_heading_has_those_of_its_properties(take_in):
    note, found = take_in("a.docx", word(p("First."), core=CORE))
    assert str(note.reason) == "The document states no date; it has that of the day on which the file was made."
    assert (found.title, str(found.published), found.date_origin) == (
        "Ministers",
        "Tue 2023-02-14 09:00",
        DateOrigin.FIELD,
    )


def test_day_of_a_library_s_template_is_no_date_of_a_document(article):
    core = CORE.replace("2023-02-14T09:00:00Z", "2013-12-23T23:15:00Z")
    assert article("a.docx", word(p("First."), core=core)).published is None


def test_line_of_the_text_that_repeats_the_date_is_kept(article):
    lines = [
        p("Ministers meet", "Title"),
        p("14 February 2023"),
        *(p(f"Line {n}.") for n in range(6)),
        p("14 February 2023"),
    ]
    assert article("a.docx", word(*lines)).body.endswith("Line 5.\n\n14 February 2023")


def test_deleted_words_and_second_forms_are_left_out(article):
    deleted = "<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    twice = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{p('Box')}</mc:Choice><mc:Fallback>{p('Box')}</mc:Fallback></mc:AlternateContent>"
    )
    assert article("a.docx", word(deleted, twice)).body == "Kept\n\nBox"


def test_entities_of_word_documents_bring_nothing_in(article, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET", encoding="utf-8")
    before = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "{"y" * 1000}">]>'
    found = article("a.docx", word(p("&x; &y; The ministers met."), before=before))
    assert found.body == "The ministers met."


@pytest.mark.parametrize(
    "content",
    [
        word(p("a"))[:-30],
        word(
            p("&a;"),
            before="<!DOCTYPE d [" + "".join(f'<!ENTITY a{n} "&a{n + 1};&a{n + 1};">' for n in range(50)) + "]>",
        ),
        word("<w:p>" * 5000),
        word(p(" " * 60_000_000)),
    ],
    ids=["cut off", "entities", "deep", "bomb"],
)
def test_broken_word_documents_end_in_articles_or_issues(take_in, content):
    started = time.perf_counter()
    assert all(isinstance(found, Article | ImportIssue) for found in take_in("a.docx", content))
    assert time.perf_counter() - started < 5


def pdf(*lines: str, stream: bytes | None = None) -> bytes:
    """A page of text, its cross-reference table left to the reader to mend."""
    if stream is None:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 12 Tf 72 720 Td {shown}ET".encode("latin-1")
    packed = zlib.compress(stream)
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream endobj\n"
        % (len(packed), packed)
        + b"5 0 obj<</Title(Ministers meet)/Author(Jane Doe)>>endobj\ntrailer<</Root 1 0 R/Info 5 0 R/Size 6>>\n%%EOF"
    )


LINES = (
    "A line of the paragraph which is as long as a line of this page can be,",
    "and its second line, which goes on to be as long",
)


def test_pdf_lines_are_joined_to_paragraphs(article):
    found = article("a.pdf", pdf(*LINES, "and ends.", *LINES, "with another end."))
    assert found.body == f"{' '.join(LINES)} and ends.\n\n{' '.join(LINES)} with another end."
    assert (found.title, found.author, found.published) == ("Ministers meet", "Jane Doe", None)


def test_pdf_is_dated_by_a_line_that_is_only_a_date_and_else_by_its_name(article):
    found = article("a.pdf", pdf("Ministers meet", "Date: February 14, 2023", *LINES))
    assert (found.published, found.date_origin) == (DAY, DateOrigin.HEADER)
    found = article("2023_2_14_ministers.pdf", pdf(*LINES, "in May 2011."))
    assert (found.published, found.date_origin) == (DAY, DateOrigin.FILE_NAME)


def test_pdf_whose_name_says_another_day_than_its_first_page_is_to_be_checked(take_in):
    note, found = take_in("2023-02-02 ministers.pdf", pdf("Ministers meet", "February 14, 2023", *LINES))
    assert str(note.reason) == "Its name says 2023-02-02, its first page February 14, 2023; the page was believed."
    assert found.published == DAY


NO_TEXT = "It has no text that can be read: its pages are pictures, or damaged."
LOOP = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\n"
    b"trailer<</Root 1 0 R/Size 3>>\n%%EOF"
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pdf(), NO_TEXT),
        (pdf(stream=b" " * 50_000_000), NO_TEXT),
        (LOOP, NO_TEXT),
        (b"%PDF-1.4\n" + b"\0" * 500, "The PDF document is damaged."),
    ],
    ids=["scan", "bomb", "loop", "damaged"],
)
def test_pdf_without_text_is_an_issue(take_in, content, reason):
    started = time.perf_counter()
    (issue,) = take_in("a.pdf", content)
    assert str(issue.reason) == reason
    assert time.perf_counter() - started < 5
