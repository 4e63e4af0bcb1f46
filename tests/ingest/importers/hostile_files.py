"""Files made to break programs that read files, each kind by a function that puts them into a folder.

They are made, not kept: some are small and unpack to much, some are not files at all.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

STORY = "Ministers met in Brussels on Tuesday and agreed on further support for the fleet of the island.\n\n"
MAIL = b"From: Mona Aziz <mona@example.org>\nSubject: The treaty\nDate: Tue, 14 Feb 2023 10:00:00 +0000\n"

Make: TypeAlias = Callable[[Path], None]


# -- what is no file, or not for long ---------------------------------------------------------------------------------


def links_that_go_in_circles(folder: Path) -> None:
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")
    (folder / "inner").mkdir()
    (folder / "inner" / "up").symlink_to(folder)


def links_that_lead_out(folder: Path) -> None:
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")


def pipes_and_sockets(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    before = Path.cwd()
    with socket.socket(socket.AF_UNIX) as server:
        os.chdir(folder)  # the name of a socket is short
        server.bind("s.txt")
        os.chdir(before)


def names_that_are_no_text(folder: Path) -> None:
    for name in (b"bad\xff\xfe.txt", b"line\nbreak.txt", b"\xe2\x80\xae cod.txt", b" .txt", b"-rf.txt"):
        (folder / os.fsdecode(name)).write_text(STORY, encoding="utf-8")


def a_path_that_is_too_long(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    for _ in range(30):
        os.mkdir("x" * 200, dir_fd=handle)
        inner = os.open("x" * 200, os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = inner
    file = os.open("deep.txt", os.O_WRONLY | os.O_CREAT, dir_fd=handle)
    os.write(file, STORY.encode())
    os.close(file)
    os.close(handle)


def what_other_programs_leave_behind(folder: Path) -> None:
    (folder / "~$report.docx").write_bytes(b"\x05Mona" + bytes(160))
    (folder / ".DS_Store").write_bytes(b"\0\0\0\x01Bud1" + bytes(100))
    (folder / "Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (folder / "article.html.part").write_bytes(b"<html><head><title>Half")
    (folder / "page.webloc").write_text(
        '<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>https://example.org</string></dict></plist>',
        encoding="utf-8",
    )
    (folder / "page.url").write_text("[InternetShortcut]\nURL=https://example.org\n", encoding="utf-8")
    (folder / "Info.plist").write_bytes(b"bplist00\xd1\x01\x02" + bytes(30))
    (folder / "nothing.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\t\r\n" * 1000)


# -- text ---------------------------------------------------------------------------------------------------------------


def one_line_of_ten_megabytes(folder: Path) -> None:
    (folder / "line.txt").write_text(STORY.strip() * 100_000, encoding="utf-8")
    (folder / "word.txt").write_text("a" * 10_000_000, encoding="utf-8")


def letters_that_are_none(folder: Path) -> None:
    text = (
        "2023-02-14\n\nThe treaty \ud800 was\u2028signed\u2029in\x85Paris\0 on\u202e Monday\u200b\ufeff.\ufffe\n\n"
        + STORY
    )
    (folder / "surrogates.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    (folder / "surrogates.json").write_text(
        json.dumps({"title": text, "text": text * 3, "date": "2023-02-14"}), encoding="utf-8"
    )
    (folder / "nul.txt").write_bytes(STORY.encode() + b"\0" * 50 + STORY.encode())


def byte_order_marks(folder: Path) -> None:
    for name, encoding in (("le", "utf-16-le"), ("be", "utf-16-be"), ("32", "utf-32-le")):
        (folder / f"{name}.txt").write_bytes(STORY.encode(encoding))
        (folder / f"{name}-twice.txt").write_bytes(("\ufeff\ufeff" + STORY).encode(encoding))
    (folder / "mixed.txt").write_bytes(b"\xef\xbb\xbf\xff\xfe" + STORY.encode("utf-16-le"))
    (folder / "odd.txt").write_bytes(b"\xff\xfe" + STORY.encode("utf-16-le") + b"a")
    (folder / "bom.csv").write_bytes(
        b"\xef\xbb\xbf\xef\xbb\xbftitle,date,text\nA treaty,2023-02-14," + STORY.strip().encode()
    )


def front_matter_that_explodes(folder: Path) -> None:
    anchors = "\n".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]" if n else "k0: &k0 [lol]" for n in range(12))
    (folder / "bomb.md").write_text(f"---\ntitle: Bomb\n{anchors}\n---\n\n{STORY}", encoding="utf-8")
    (folder / "deep.md").write_text("---\na: " + "[" * 50_000 + f"\n---\n\n{STORY}", encoding="utf-8")
    (folder / "self.md").write_text(f"---\ntitle: &t [*t]\ndate: &d {{a: *d}}\n---\n\n{STORY}", encoding="utf-8")
    (folder / "object.md").write_text(
        f"---\ntitle: !!python/object/apply:os.system [id]\n---\n\n{STORY}", encoding="utf-8"
    )
    (folder / "dates.md").write_text(
        f"+++\ntitle = 'Dates'\ndate = 0000-00-00\nlastmod = 9999-99-99T99:99:99Z\n+++\n\n{STORY}", encoding="utf-8"
    )
    (folder / "toml.md").write_text("+++\na = " + "[" * 5_000 + f"\n+++\n\n{STORY}", encoding="utf-8")
    (folder / "year.md").write_text(f"---\ntitle: Year\ndate: 99999999999999-01-01\n---\n\n{STORY}", encoding="utf-8")


def markdown_that_nests(folder: Path) -> None:
    (folder / "quotes.md").write_text("# Title\n\n" + ">" * 100_000 + " deep\n", encoding="utf-8")
    (folder / "links.md").write_text("# Title\n\n" + "[" * 100_000 + "a" + "](b)" * 50_000, encoding="utf-8")
    (folder / "stars.md").write_text("# Title\n\n" + "*a **b " * 20_000, encoding="utf-8")
    (folder / "table.md").write_text("# Title\n\n" + "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n", encoding="utf-8")


# -- markup -------------------------------------------------------------------------------------------------------------


def deep_markup(folder: Path) -> None:
    (folder / "deep.html").write_text("<html><body>" + "<div>" * 200_000 + STORY, encoding="utf-8")
    (folder / "tables.html").write_text("<html><body>" + "<table><tr><td>" * 3_000 + STORY * 5, encoding="utf-8")
    (folder / "deep.xml").write_text('<?xml version="1.0"?>' + "<a>" * 60_000 + "</a>" * 60_000, encoding="utf-8")
    (folder / "attributes.html").write_text(f"<html><body {'a=1 ' * 300_000}>{STORY * 5}", encoding="utf-8")
    (folder / "entities.html").write_text("<html><body><p>" + "&amp;lt;" * 500_000 + STORY, encoding="utf-8")
    (folder / "open.html").write_text("<html><body><p>" + "<" * 1_000_000, encoding="utf-8")
    (folder / "comment.html").write_text("<html><body>" + STORY * 4 + "<!--" + "-" * 2_000_000, encoding="utf-8")


def entity_bombs(folder: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    item = "<item><title>&l11;</title><description>&f;</description><pubDate>Tue, 14 Feb 2023 10:00:00 GMT</pubDate></item>"
    (folder / "laughs.rss").write_text(f'{head}<rss version="2.0"><channel>{item}</channel></rss>', encoding="utf-8")
    quadratic = f'<!DOCTYPE rss [<!ENTITY a "{"a" * 100_000}">]><rss version="2.0"><channel><item><title>{"&a;" * 20_000}</title>'
    (folder / "quadratic.rss").write_text(quadratic + "</item></channel></rss>", encoding="utf-8")
    (folder / "outside.xml").write_text(
        '<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a>&b;</a>', encoding="utf-8"
    )


def feeds_without_end(folder: Path) -> None:
    item = "<item><title>News {n}</title><description>Rain fell on day {n}.</description><pubDate>14 Feb 2023</pubDate></item>"
    items = "".join(item.format(n=n) for n in range(8_000))
    (folder / "many.rss").write_text(
        f'<rss version="2.0"><channel><title>Many</title>{items}</channel></rss>', encoding="utf-8"
    )
    (folder / "cut.rss").write_text(f'<rss version="2.0"><channel><title>Cut</title>{items[:5_000]}', encoding="utf-8")


# -- records ------------------------------------------------------------------------------------------------------------


def json_that_breaks_parsers(folder: Path) -> None:
    (folder / "deep.json").write_text("[" * 1_000_000, encoding="utf-8")
    (folder / "deep-whole.json").write_text('{"a":' * 5_000 + "1" + "}" * 5_000, encoding="utf-8")
    (folder / "number.json").write_text(
        '{"title": "A", "text": "' + "b " * 60 + '", "date": ' + "9" * 10_000 + "}", encoding="utf-8"
    )
    (folder / "nan.json").write_text('{"title": NaN, "text": Infinity, "date": -Infinity}', encoding="utf-8")
    (folder / "keys.json").write_text("{" + '"title": "A", ' * 200_000 + '"text": "b"}', encoding="utf-8")
    (folder / "wrong.json").write_text(
        json.dumps([{"title": ["a"], "text": {"b": 1}, "date": [2023]}] * 3), encoding="utf-8"
    )
    lines = [
        '{"title": "A treaty", "text": "' + STORY.strip() + '", "date": "2023-02-14"}',
        "{",
        "[" * 100_000,
        "null",
        '"a"',
        "1e999",
    ]
    (folder / "lines.jsonl").write_text("\n".join(lines * 20), encoding="utf-8")


def tables_that_break_parsers(folder: Path) -> None:
    (folder / "wide.csv").write_text(
        ",".join(f"c{n}" for n in range(10_000)) + "\n" + ",".join("x" * 10_000) + "\n", encoding="utf-8"
    )
    (folder / "quote.csv").write_text('title,date,text\n"A treaty,2023-02-14,' + STORY * 50_000, encoding="utf-8")
    (folder / "cell.csv").write_text(
        "title,date,text\nA treaty,2023-02-14," + "rain " * 4_000_000 + "\n", encoding="utf-8"
    )
    (folder / "nul.csv").write_bytes(b"title,date,text\nA\0treaty,2023-02-14,Rain fell\0 on Monday.\n" * 50)
    (folder / "ragged.csv").write_text("title,date,text\n" + "a\n" + "a,b,c,d,e,f\n" * 50 + ",,\n", encoding="utf-8")
    (folder / "quotes.csv").write_text("title,date,text\n" + '"' * 1_000_001, encoding="utf-8")


def lists_that_break_parsers(folder: Path) -> None:
    macros = "".join(f"@string{{m{n} = m{n + 1} # m{n + 1}}}\n" for n in range(40)) + "@string{m40 = m0}\n"
    (folder / "macros.bib").write_text(macros + "@article{a, title = m0, year = 2023}\n", encoding="utf-8")
    (folder / "braces.bib").write_text("@article{a, title = " + "{" * 100_000 + "\n", encoding="utf-8")
    (folder / "tags.ris").write_text(
        "TY  - JOUR\nTI  - A\nXX\nPY  - \nER  -\n  - lost\nTY  - \n" * 200 + "TY  - JOUR\nTI  - cut", encoding="utf-8"
    )
    event = "BEGIN:VEVENT\nSUMMARY:Meeting\nDTSTART:20230214T100000Z\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n"
    (folder / "for-ever.ics").write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\n{event}END:VCALENDAR\n", encoding="utf-8")
    (folder / "cut.ics").write_text(
        "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 5_000 + "DTSTART:99999999T999999Z\n", encoding="utf-8"
    )
    (folder / "project.xml").write_text(
        "<?xml version='1.0'?><timeline><version>2.0</version><events><event><start>99999-99-99</start></event></events>",
        encoding="utf-8",
    )
    (folder / "timeline.json").write_text(
        json.dumps(
            {
                "events": [
                    {"start_date": {"year": "1e400", "month": "13"}, "text": {"headline": "A", "text": "<p>" * 5_000}}
                ]
            }
        ),
        encoding="utf-8",
    )


# -- mail ---------------------------------------------------------------------------------------------------------------


def messages_that_nest(folder: Path) -> None:
    inner = MAIL + b"\n" + STORY.encode()
    for _ in range(200):
        inner = MAIL + b"Content-Type: message/rfc822\n\n" + inner
    (folder / "nested.eml").write_bytes(inner)
    parts = MAIL + b'Content-Type: multipart/mixed; boundary="b0"\n\n'
    for n in range(300):
        parts += f'--b{n}\nContent-Type: multipart/mixed; boundary="b{n + 1}"\n\n'.encode()
    (folder / "multi.eml").write_bytes(parts + STORY.encode())
    (folder / "no-boundary.eml").write_bytes(MAIL + b"Content-Type: multipart/mixed\n\n" + STORY.encode())
    many = b"".join(b"--b\nContent-Type: text/plain\n\nx\n" for _ in range(20_000))
    (folder / "many.eml").write_bytes(MAIL + b"Content-Type: multipart/mixed; boundary=b\n\n" + many)
    (folder / "headers.eml").write_bytes(MAIL + b"X-A: b\n" * 100_000 + b"\n" + STORY.encode())
    (folder / "long.eml").write_bytes(MAIL + b"To: " + b"(" * 500_000 + b"\n\n" + STORY.encode())
    (folder / "charset.eml").write_bytes(MAIL + b'Content-Type: text/plain; charset="\0bad"\n\n' + STORY.encode())
    (folder / "base64.eml").write_bytes(MAIL + b"Content-Transfer-Encoding: base64\n\n" + b"@@@=" * 10_000)
    (folder / "date.eml").write_bytes(MAIL.replace(b"14 Feb 2023", b"99 Feb 99999") + b"\n" + STORY.encode())


def mailboxes(folder: Path) -> None:
    message = b"From mona@example.org Tue Feb 14 10:00:00 2023\n" + MAIL + b"\n" + STORY.encode()
    (folder / "large.mbox").write_bytes(message + b"From here it rained.\n" + b"rain " * 20_000_000)
    (folder / "many.mbox").write_bytes(b"From a b\n\n" * 100_000)


def pages_saved_as_mail(folder: Path) -> None:
    head = (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nSubject: A treaty\n"
        b'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n'
    )
    (folder / "missing.mhtml").write_bytes(head + b"--b\nContent-Type: image/png\n\nxx\n--b--\n")
    (folder / "empty.mhtml").write_bytes(head)
    (folder / "broken.mhtml").write_bytes(
        head + b"--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n====\n--b--\n"
    )


# -- archives -----------------------------------------------------------------------------------------------------------


def packed(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return target.getvalue()


def archives_in_archives(folder: Path) -> None:
    data = packed(("story.txt", STORY.encode()))
    for level in range(30):
        data = packed((f"level{level}.zip", data))
    (folder / "nested.zip").write_bytes(data)
    bomb = packed(*((f"{n}.txt", bytes(4_000_000)) for n in range(10)))
    (folder / "wide.zip").write_bytes(packed(*((f"{n}.zip", bomb) for n in range(40))))
    (folder / "flate.zip").write_bytes(packed(("zeros.txt", bytes(200_000_000))))


def members_with_wicked_names(folder: Path) -> None:
    story = STORY.encode()
    names = (
        "../../escape.txt",
        "/etc/absolute.txt",
        "C:\\windows\\a.txt",
        "..\\b.txt",
        "a\0b.txt",
        "same.txt",
        "a/" * 2_000 + "c.txt",
    )
    with io.BytesIO() as target:
        with zipfile.ZipFile(target, "w") as archive:
            for name in (*names, ""):
                archive.writestr(zipfile.ZipInfo(name), story)
            link = zipfile.ZipInfo("link.txt")
            link.external_attr = 0o120777 << 16
            archive.writestr(link, "/etc/passwd")
        (folder / "names.zip").write_bytes(target.getvalue())
    double = packed(("same.txt", story), ("samE.txt", story * 2), method=zipfile.ZIP_STORED)
    (folder / "double.zip").write_bytes(double.replace(b"samE", b"same"))


def members_that_are_damaged(folder: Path) -> None:
    plain = packed(("one.txt", STORY.encode()), ("two.txt", STORY.encode() * 2), method=zipfile.ZIP_STORED)
    (folder / "crc.zip").write_bytes(plain.replace(b"Brussels", b"BrusselX", 1))
    encrypted = bytearray(plain)
    for at in (plain.index(b"PK\x03\x04") + 6, plain.index(b"PK\x01\x02") + 8):
        encrypted[at] |= 1
    (folder / "encrypted.zip").write_bytes(encrypted)
    (folder / "cut.zip").write_bytes(plain[: len(plain) // 2])
    (folder / "tail.zip").write_bytes(plain[-60:])
    lying = bytearray(plain)
    at = plain.index(b"PK\x01\x02") + 24
    lying[at : at + 4] = b"\xff\xff\xff\x7f"
    (folder / "lying.zip").write_bytes(lying)
    (folder / "offset.zip").write_bytes(plain[:-6] + b"\xff\xff\xff\x7f" + plain[-2:])


def very_many_members(folder: Path) -> None:
    (folder / "many.zip").write_bytes(packed(*((f"{n}.txt", b"x") for n in range(15_000)), method=zipfile.ZIP_STORED))


def gzip_bombs(folder: Path) -> None:
    zeros = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(1 << 20)
    (folder / "zeros.gz").write_bytes(b"".join(zeros.compress(block) for _ in range(300)) + zeros.flush())
    once = gzip.compress(STORY.encode() * 1000)
    (folder / "cut.txt.gz").write_bytes(once[: len(once) // 2])
    (folder / "twice.txt.gz").write_bytes(gzip.compress(once))
    (folder / "rest.txt.gz").write_bytes(once + b"rest")


def web_archives(folder: Path) -> None:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>" + STORY.encode() * 5
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\n"
        b"WARC-Date: 2023-02-14T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    )
    whole = head + b"Content-Length: %d\r\n\r\n" % len(body) + body + b"\r\n\r\n"
    (folder / "cut.warc").write_bytes(whole + whole[: len(whole) // 2])
    (folder / "length.warc").write_bytes(head + b"Content-Length: 99999999999\r\n\r\n" + body)
    (folder / "minus.warc").write_bytes(head + b"Content-Length: -5\r\n\r\n" + body)
    (folder / "cut.warc.gz").write_bytes(gzip.compress(whole) + gzip.compress(whole)[:100])
    zipped = gzip.compress(bytes(300_000_000))
    bomb = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + zipped
    (folder / "bomb.warc").write_bytes(head + b"Content-Length: %d\r\n\r\n" % len(bomb) + bomb + b"\r\n\r\n")


# -- documents ----------------------------------------------------------------------------------------------------------


def pdf_of(objects: list[bytes], trailer: bytes = b"") -> bytes:
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(
        out + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    )


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), more, data)


def documents_that_break_readers(folder: Path) -> None:
    font = b"<</Font<</F 4 0 R>>>>"
    face = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    catalog, text = b"<</Type/Catalog/Pages 2 0 R>>", stream(b"BT /F 12 Tf 72 700 Td (Rain fell.) Tj ET")
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources" + font + b"/Contents 5 0 R>>"
    kids = b" ".join([b"3 0 R"] * 10_000)
    (folder / "pages.pdf").write_bytes(
        pdf_of([catalog, b"<</Type/Pages/Kids[%s]/Count 10000>>" % kids, page, face, text])
    )
    empty = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>"
    (folder / "no-text.pdf").write_bytes(pdf_of([catalog, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", empty]))
    (folder / "itself.pdf").write_bytes(pdf_of([catalog, b"<</Type/Pages/Kids[2 0 R]/Count 5/Parent 2 0 R>>"]))
    (folder / "count.pdf").write_bytes(
        pdf_of([catalog, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", page, face, text])
    )
    (folder / "locked.pdf").write_bytes(
        pdf_of(
            [
                catalog,
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                page,
                face,
                text,
                b"<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>" % (b"a" * 32, b"b" * 32),
            ],
            b"/Encrypt 6 0 R/ID[(a)(a)]",
        )
    )
    flate = stream(
        zlib.compress(b"BT /F 12 Tf " + b"(Rain fell on Monday.) Tj 0 -1 Td " * 400_000 + b"ET"), b"/Filter/FlateDecode"
    )
    (folder / "flate.pdf").write_bytes(pdf_of([catalog, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, face, flate]))
    (folder / "cut.pdf").write_bytes(pdf_of([catalog, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, face, text])[:300])
    (folder / "head.pdf").write_bytes(b"%PDF-1.7\n" + b"<<" * 500_000)


def a_document_that_never_ends(folder: Path) -> None:
    """A form that contains itself twice, which contain themselves twice: PDFium goes through all of them."""
    form = b"<</XObject<</X 4 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources" + form + b"/Contents 4 0 R>>"
    twice = stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources" + form)
    pages = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, twice]
    (folder / "endless.pdf").write_bytes(pdf_of(pages))


def word_documents(folder: Path) -> None:
    types = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    name = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def document(body: bytes, head: bytes = b"") -> bytes:
        return packed(
            ("[Content_Types].xml", types),
            ("word/document.xml", head + b"<w:document %s><w:body>%s</w:body></w:document>" % (name, body)),
        )

    paragraph = b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
    outside = b'<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY h SYSTEM "http://127.0.0.1:9/">]>'
    (folder / "outside.docx").write_bytes(document(paragraph % b"&f;&h; It rained in Paris on Monday.", outside))
    (folder / "deep.docx").write_bytes(document(b"<w:p>" * 100_000 + b"</w:p>" * 100_000))
    (folder / "flate.docx").write_bytes(document(paragraph % (b"rain " * 12_000_000)))
    (folder / "many.docx").write_bytes(document(paragraph % b"It rained." * 100_000))
    (folder / "none.docx").write_bytes(packed(("word/other.xml", b"<a/>")))
    strings = b"<sst>" + b"<si><t>a</t></si>" * 1_000_000 + b"</sst>"
    (folder / "sheet.xlsx").write_bytes(packed(("[Content_Types].xml", types), ("xl/sharedStrings.xml", strings)))


CASES: dict[str, Make] = {
    make.__name__: make
    for make in (
        links_that_go_in_circles,
        links_that_lead_out,
        pipes_and_sockets,
        names_that_are_no_text,
        a_path_that_is_too_long,
        what_other_programs_leave_behind,
        one_line_of_ten_megabytes,
        letters_that_are_none,
        byte_order_marks,
        front_matter_that_explodes,
        markdown_that_nests,
        deep_markup,
        entity_bombs,
        feeds_without_end,
        json_that_breaks_parsers,
        tables_that_break_parsers,
        lists_that_break_parsers,
        messages_that_nest,
        mailboxes,
        pages_saved_as_mail,
        archives_in_archives,
        members_with_wicked_names,
        members_that_are_damaged,
        very_many_members,
        gzip_bombs,
        web_archives,
        documents_that_break_readers,
        word_documents,
    )
}

if __name__ == "__main__":
    CASES[sys.argv[1]](Path(sys.argv[2]))
