from __future__ import annotations

from email.message import EmailMessage

import pytest

from timeline_app.domain.article import Article, DateOrigin, ImportIssue, IssueKind
from timeline_app.domain.period import Period
from timeline_app.ingest.importers import Part, divide, mailbox, read, split

TEXT = "The ministers met in Brussels and agreed on further support."


def mail(subject: str = "Ministers’ meeting in Brussels", text: str = TEXT, html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "The Herald <news@example.org>"
    message["Date"] = "Tue, 14 Feb 2023 23:30:00 -0800"
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message


def test_message_has_subject_date_and_sender(article):
    found = article("a.eml", mail().as_bytes())
    assert (found.title, found.outlet, found.body) == ("Ministers’ meeting in Brussels", "The Herald", TEXT)
    assert (str(found.published), found.date_origin) == ("Tue 2023-02-14 23:30", DateOrigin.HEADER)


def test_folded_subject_keeps_its_blanks(article):
    raw = b"From: a@b.org\nSubject: The =?utf-8?q?Court=E2=80=99s?=\n Order\nMIME-Version: 1.0\n\nText."
    assert article("a.eml", raw).title == "The Court’s Order"


def test_plain_text_goes_before_html_and_html_is_read_where_there_is_no_other(article):
    assert article("a.eml", mail(html="<p>Other</p>").as_bytes()).body == TEXT
    only = mail()
    only.set_content(f"<html><body><p>{TEXT}</p><p>More.</p><script>x()</script></body></html>", subtype="html")
    assert article("b.eml", only.as_bytes()).body == f"{TEXT}\n\nMore."


def test_attached_documents_are_articles_of_their_own(take_in):
    message = mail()
    page = "<html><head><title>Terms</title></head><body><p>The terms were agreed in Oslo on Monday.</p></body></html>"
    message.add_attachment(page, subtype="html", filename="terms.html")
    message.add_attachment("Date: 1 March 2022\nTitle: Annex\n\nThe annex lists all ports.", filename="../annex.txt")
    itself, note, terms, annex = take_in("a.eml", message.as_bytes())
    assert itself.body == TEXT
    assert (terms.title, terms.published, terms.date_origin) == ("Terms", itself.published, DateOrigin.HEADER)
    assert (note.kind, note.source) == (IssueKind.NOTED, terms.source)
    assert "the message to which it was attached" in str(note.reason)
    assert (annex.title, str(annex.published), annex.outlet) == ("Annex", "Tue 2022-03-01", "The Herald")
    assert [found.source.partition("#")[2] for found in (itself, terms, annex)] == ["", "terms.html", "annex.txt"]


def test_attachments_in_a_mailbox_are_told_apart_by_their_message(tmp_path):
    message = mail()
    message.add_attachment("The annex lists all ports.", filename="annex.txt")
    one = b"From a@b.org Tue Feb 14 10:00:00 2023\n" + message.as_bytes() + b"\n"
    path = tmp_path / "a.mbox"
    path.write_bytes(one * 2)
    found = [found for part in split(path) for found in read(part) if isinstance(found, Article)]
    assert [a.source.partition("#")[2] for a in found] == ["1", "1#annex.txt", "2", "2#annex.txt"]


def test_attachments_of_other_kinds_are_reported(take_in):
    message = mail()
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="a.png")
    found, note = take_in("a.eml", message.as_bytes())
    assert isinstance(note, ImportIssue)
    assert (note.kind, str(note.reason)) == (IssueKind.NOTED, "1 of its attachments was not read.")
    assert found.body == TEXT


def test_a_damaged_attachment_costs_itself_only(take_in):
    message = mail()
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    found, note = take_in("a.eml", message.as_bytes())
    assert found.body == TEXT
    assert (note.kind, str(note.reason)) == (IssueKind.NOTED, "The PDF document is damaged.")
    assert note.source.endswith("#a.pdf")


@pytest.mark.parametrize(
    "raw",
    [
        b"Subject: =?unknown?Q?x?= =?koi8-r?B?8NLJ18XU?=\nFrom: a@b.org\nDate: nonsense\nMessage-ID: <a>\n\n\xf0\xf0 Text.",
        b"Message-ID: <a>\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=no-such\n\nText.",
        b"Message-ID: <a>\nContent-Transfer-Encoding: base64\n\n!!!! Text",
        b"Message-ID: <a>\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)),
        b"Message-ID: <a>\nFrom: " + b"(" * 50_000 + b"\nSubject: " + b"=?utf-8?q?a?= " * 5000 + b"\n\nText.",
    ],
    ids=["unknown charset", "cut off", "bad base64", "nested", "comments"],
)
def test_broken_messages_end_in_articles_or_issues(take_in, raw):
    assert all(isinstance(found, Article | ImportIssue) for found in take_in("a.eml", raw))


def test_saved_page_is_read_as_a_page_and_dated_by_itself(article, take_in):
    body = "".join(f"<p>{TEXT}</p>" for _ in range(5))
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nSubject: Ministers\n"
    head += "Date: Wed, 1 Mar 2023 10:00:00 -0000\nMIME-Version: 1.0\n"
    kind = 'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
    dated = "<html><head><meta name=date content=2023-02-14></head><body>"
    found = article("a.mhtml", f"{head}{kind}{dated}<article>{body}</article></body></html>\n--b--\n")
    assert (found.published, found.url) == (Period.of_date(2023, 2, 14), "https://example.org/a")
    note, found = take_in("b.mhtml", f"{head}{kind}<html><body><article>{body}</article></body></html>\n--b--\n")
    assert "saved" in str(note.reason)
    assert found.published is not None


MAILBOX = (
    "From a@b.org Tue Feb 14 20:00:00 2023\nSubject: one\nDate: Tue, 14 Feb 2023 20:00:00 +0000\n\n>From here on quoted\n\n"
    "From my point of view this is text\n\n"
    "From a@b.org Wed Feb 15 20:00:00 2023\nSubject: two\nDate: Wed, 15 Feb 2023 20:00:00 +0000\n\nThe second.\n"
)


def test_mailbox_is_cut_at_messages_and_not_at_lines_that_begin_with_from(take_in):
    one, two = take_in("a.mbox", MAILBOX)
    assert one.body == "From here on quoted\n\nFrom my point of view this is text"
    assert (one.title, two.title, two.body) == ("one", "two", "The second.")
    assert two.published.overlaps(Period.of_date(2023, 2, 15))


def test_large_mailbox_is_read_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(mailbox, "PART_BYTES", 2000)
    path = tmp_path / "a.mbox"
    path.write_text("\n".join(MAILBOX for _ in range(30)), encoding="utf-8")
    parts = [part for part in split(path) if isinstance(part, Part)]
    assert len(parts) > 3
    assert sum(part.size for part in parts) == path.stat().st_size
    found = [a for part in parts for a in read(part)]
    assert [a.source.rsplit("#")[1] for a in found] == [str(n) for n in range(1, 61)]
    assert [a for part in parts for one in divide(part) for a in read(one)] == found
