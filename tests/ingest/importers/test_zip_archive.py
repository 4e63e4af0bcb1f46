from __future__ import annotations

import gzip
import io
import json
import time
import zipfile
from pathlib import Path

import pytest

from tests.ingest.importers.conftest import outcomes
from timeline_app.domain.article import Article, ImportIssue, IssueKind
from timeline_app.domain.period import Period
from timeline_app.ingest.importers import Part, divide, read, split

TEXT = "The ministers met in Brussels."


def zipped(files: dict[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_members_are_read_as_files_are_each_by_its_own_format(take_in):
    record = json.dumps({"title": "From a record", "text": TEXT})
    page = f"<html><body><article><h1>From a page</h1><p>{TEXT * 5}</p></article></body></html>"
    found = take_in(
        "a.zip",
        zipped(
            {
                "x/2023-02-14 note.txt": TEXT,
                "b.jsonl": f"{record}\n{record}\n",
                "c": page,
                "d.txt.gz": gzip.compress(b"Zipped."),
            }
        ),
    )
    assert [a.source.split("a.zip")[1] for a in found] == [
        "#x/2023-02-14 note.txt",
        "#b.jsonl#1",
        "#b.jsonl#2",
        "#c",
        "#d.txt.gz",
    ]
    assert found[0].published == Period.of_date(2023, 2, 14)
    assert (found[1].title, found[3].title, found[4].body) == ("From a record", "From a page", "Zipped.")


def test_members_that_are_litter_or_of_no_use_are_reported(take_in):
    found = take_in(
        "a.zip", zipped({"__MACOSX/._a.txt": "x", "a/.DS_Store": "x", "a.png": b"\x89PNG\r\n", "e.txt": ""})
    )
    assert all(isinstance(issue, ImportIssue) for issue in found)
    assert [issue.kind for issue in found] == [IssueKind.SKIPPED, IssueKind.SKIPPED, IssueKind.FAILED, IssueKind.FAILED]


def test_names_that_lead_out_of_the_archive_are_shown_and_never_used(take_in, tmp_path):
    before = set(tmp_path.parent.iterdir())
    found = take_in(
        "a.zip", zipped({"../../evil.txt": TEXT, "/abs/evil.txt": TEXT, "C:\\evil.txt": TEXT, "bad\nname.txt": TEXT})
    )
    assert all(isinstance(a, Article) for a in found)
    assert found[3].source.endswith(r"#bad\nname.txt")
    assert set(tmp_path.parent.iterdir()) == before
    assert list(tmp_path.iterdir()) == [tmp_path / "a.zip"]


def test_archive_in_an_archive_is_read_and_no_deeper(take_in):
    deeper = zipped({"deep.txt": TEXT})
    middle = zipped({"c.zip": deeper, "middle.txt": TEXT})
    issue, found = take_in("a.zip", zipped({"b.zip": middle}))
    assert str(issue.reason) == "It is an archive in an archive in an archive; it was left out."
    assert found.source.endswith("a.zip#b.zip#middle.txt")


def lying(stated: int) -> bytes:
    """An archive whose directory says that its member is small."""
    data = bytearray(zipped({"a.txt": b" " * 80_000_000}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = stated.to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    "content",
    [
        zipped({f"{n}.txt": b" " * 20_000_000 for n in range(3)}),
        lying(100),
        zipped({"a.txt.gz": gzip.compress(b" " * 80_000_000)}),
        zipped({"a.txt": TEXT})[:-10],
        b"PK\x03\x04" + b"\0" * 5000,
        zipped({}),
    ],
    ids=["bomb", "lying bomb", "gzip bomb", "cut off", "zeros", "empty"],
)
def test_bombs_and_damaged_archives_are_one_issue(take_in, content):
    started = time.perf_counter()
    (issue,) = take_in("a.zip", content)
    assert isinstance(issue, ImportIssue)
    assert time.perf_counter() - started < 5


def test_damaged_member_costs_itself_only(take_in):
    data = bytearray(zipped({"a.txt": TEXT * 50, "b.txt": TEXT}))
    data[45] ^= 0xFF
    issue, found = take_in("a.zip", bytes(data))
    assert str(issue.reason) == "It is damaged."
    assert found.body == TEXT


def test_encrypted_member_is_said_to_be(take_in):
    data = bytearray(zipped({"a.txt": TEXT}))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + offset] |= 1
    (issue,) = take_in("a.zip", bytes(data))
    assert str(issue.reason) == "It is encrypted."


def test_parts_of_an_archive_add_up_to_its_size_and_can_be_divided(tmp_path: Path):
    path = tmp_path / "a.zip"
    lines = "".join(json.dumps({"title": str(n), "text": TEXT}) + "\n" for n in range(5000))
    path.write_bytes(zipped({"a.jsonl": lines}))
    parts = [part for part in split(path) if isinstance(part, Part)]
    assert len(parts) > 1
    assert sum(part.size for part in parts) <= path.stat().st_size
    assert [a.source for a in read(divide(parts[1])[0])] == [next(read(parts[1])).source]


def test_a_member_without_a_name_is_known_by_its_number(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo(""), "Ministers met in Brussels on Tuesday.")
    (found,) = outcomes(path)
    assert found.source.endswith("a.zip#1")
