from __future__ import annotations

import gzip

import pytest

from timeline_app.ingest.importers import opening, read, split
from timeline_app.ingest.importers.opening import UnreadableError, content_of
from timeline_app.ingest.importers.part import Part


def test_file_that_vanishes_between_finding_and_reading_is_an_issue(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The ministers met today.", encoding="utf-8")
    (part,) = split(path)
    path.unlink()
    (issue,) = read(part)
    assert "not there" in str(issue.reason)
    (issue,) = split(path)
    assert "not there" in str(issue.reason)


def test_text_over_the_limit_is_an_issue_that_names_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "MAX_BYTES", 2 * 1024 * 1024)
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 1_000_000)
    (issue,) = (found for part in split(path) for found in read(part))
    assert "larger than 2 MB" in str(issue.reason)


def test_compressed_text_is_read_and_a_bomb_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "MAX_BYTES", 2 * 1024 * 1024)
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"The ministers met today in Brussels."))
    (article,) = (found for part in split(path) for found in read(part))
    assert article.body == "The ministers met today in Brussels."
    path.write_bytes(gzip.compress(b"word " * 20_000_000, compresslevel=1))
    (issue,) = (found for part in split(path) for found in read(part))
    assert "larger than" in str(issue.reason)


def test_damaged_compression_is_an_issue(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(b"\x1f\x8b\x08\0garbage that is no deflate stream at all")
    (issue,) = split(path)
    assert "damaged" in str(issue.reason)


def test_folder_is_no_file(tmp_path):
    with pytest.raises(UnreadableError):
        content_of(Part(tmp_path, ""))
