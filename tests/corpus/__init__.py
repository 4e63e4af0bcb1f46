"""Golden extractions: articles written for the purpose, each with all that is to be found in it beside it.

`NAME.txt` is an article: header lines such as `Title:`, `Date:` and `Language:`, a blank line, the text. `NAME.json` is what
`timeline-app extract` prints for it. After a change that is meant, `python -m tests.corpus --write` writes the JSON anew; read
the difference line by line before it is committed.
"""

from __future__ import annotations

import json
from pathlib import Path

from timeline_app.domain.article import Article
from timeline_app.domain.edtf import parse_edtf
from timeline_app.ingest.extraction.output import record
from timeline_app.ingest.extraction.pipeline import extract

FOLDER = Path(__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def article(name: str) -> Article:
    """Read one of the articles."""
    header, _, body = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in header.splitlines())
    published = parse_edtf(fields["Date"]) if "Date" in fields else None
    return Article(fields.get("Title", ""), body.rstrip("\n"), published, language=fields.get("Language", "en"))


def found(name: str) -> str:
    """Extract one of the articles; return the JSON as it is kept, one line to each thing found."""
    result = record(extract(article(name)), name)
    lines = []
    for key, value in result.items():
        if isinstance(value, list) and value:
            things = ",\n    ".join(json.dumps(thing, ensure_ascii=False) for thing in value)
            lines.append(f'  "{key}": [\n    {things}\n  ]')
        else:
            lines.append(f'  "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def expected(name: str) -> str:
    """Return the JSON kept for one of the articles."""
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")
