"""Nothing is fetched, nothing is written, and nothing heavy is loaded before it is needed: asked of a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.ingest.importers.test_documents import LINES, p, pdf, word
from tests.ingest.importers.test_lists import PAGE, warc
from tests.ingest.importers.test_zip_archive import zipped

ROOT = Path(__file__).parents[3]
REMOTE = '<link rel=stylesheet href="http://127.0.0.1:9/a.css"><img src="http://127.0.0.1:9/a.gif"><script src="//127.0.0.1/a.js">'

WATCHED = """
import json, sys
events = []
def watch(event, args):
    if event.startswith(("socket.", "subprocess.", "os.system", "urllib.")):
        events.append(event)
    if event == "open" and isinstance(args[1], str) and any(c in args[1] for c in "wax+"):
        events.append(f"write {args[0]}")
sys.addaudithook(watch)
sys.dont_write_bytecode = True
from pathlib import Path
from timeline_app.ingest.importers import Part, find_files, read, split
heavy = {"lxml", "trafilatura", "htmldate", "feedparser", "pypdfium2", "warcio", "icalendar", "rispy", "bibtexparser",
         "markdown_it"}
loaded = sorted(heavy & set(sys.modules))
found = 0
for path in find_files([Path(sys.argv[1])]):
    for part in split(path):
        found += sum(type(x).__name__ == "Article" for x in read(part)) if isinstance(part, Part) else 0
print(json.dumps({"events": events, "loaded": loaded, "articles": found}))
"""


def test_every_format_is_read_without_a_socket_a_process_or_a_written_file(tmp_path):
    files: dict[str, str | bytes] = {
        "a.html": PAGE.replace("<head>", f"<head>{REMOTE}</script>"),
        "a.rss": '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % r SYSTEM "http://127.0.0.1:9/e.dtd"> %r;]>'
        '<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?>'
        '<rss version="2.0"><channel><item><title>a</title></item></channel></rss>',
        "a.csv": "date,title,text\n2023-02-14,a,b c\n",
        "a.eml": "From: a@b.org\nSubject: a\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>Text</p><img src=http://127.0.0.1:9/>",
        "a.mbox": "From a@b.org Tue Feb 14 20:00:00 2023\nSubject: a\n\nText\n",
        "a.docx": word(p("&x; Text"), before='<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>'),
        "a.pdf": pdf(*LINES),
        "a.zip": zipped({"a.txt": "Text of a member.", "a.html": PAGE}),
        "a.json": json.dumps([{"title": "a", "content": "<p>b</p>"}]),
        "a.ris": "TY  - NEWS\nTI  - a\nER  - \n",
        "a.bib": "@misc{a, title={A}}",
        "a.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT\nEND:VCALENDAR\n",
        "a.xml": "<timeline><events><event><start>2023-02-14</start><text>a</text></event></events></timeline>",
        "a.warc": warc(("http://127.0.0.1:9/a", "text/html", PAGE)),
        "a.md": "---\ntitle: a\n---\n![x](http://127.0.0.1:9/a.png) Text",
    }
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    done = subprocess.run([sys.executable, "-c", WATCHED, folder], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert not done.stderr
    report = json.loads(done.stdout)
    assert report["events"] == []
    assert report["articles"] == len(files) + 1  # the archive holds two
    assert set(report["loaded"]) == set()
    assert sorted(path.name for path in folder.iterdir()) == sorted(files)
