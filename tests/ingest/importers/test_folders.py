from __future__ import annotations

import os
import socket
import sys
import tempfile
from pathlib import Path

import pytest

from timeline_app.domain.article import ImportIssue, IssueKind
from timeline_app.ingest.importers import find_files, split

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="no such files on Windows")


def found(*paths: Path) -> tuple[list[str], dict[str, str]]:
    """Names of files and reasons of issues by name."""
    everything = list(find_files(paths))
    files = [item.name for item in everything if isinstance(item, Path)]
    return files, {Path(item.source).name: str(item.reason) for item in everything if isinstance(item, ImportIssue)}


def test_order_is_that_of_names_folder_by_folder(tmp_path):
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert found(tmp_path)[0] == ["a.txt", "1.txt", "2.txt", "c.txt"]


def test_hidden_and_system_files_are_listed_as_skipped(tmp_path):
    for name in (".DS_Store", "Thumbs.db", "~$draft.docx", ".git/config", "a.txt", "__MACOSX/._a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    files, reasons = found(tmp_path)
    assert files == ["a.txt"]
    assert set(reasons) == {".DS_Store", "Thumbs.db", "~$draft.docx", ".git", "__MACOSX"}
    assert all(i.kind is IssueKind.SKIPPED for i in find_files([tmp_path]) if isinstance(i, ImportIssue))


def test_folder_that_a_browser_saved_beside_a_page_is_left_out(tmp_path):
    for name in ("a.html", "a_files/x.js", "b_files/note.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    files, reasons = found(tmp_path)
    assert files == ["a.html", "note.txt"]
    assert set(reasons) == {"a_files"}


def test_what_the_reader_named_is_taken_whatever_it_is_called(tmp_path):
    hidden = tmp_path / ".notes"
    hidden.mkdir()
    (hidden / "a.txt").write_text("x", encoding="utf-8")
    assert found(hidden)[0] == ["a.txt"]


def test_missing_path_is_an_issue(tmp_path):
    assert "not there" in found(tmp_path / "gone")[1]["gone"]


def test_deep_folders_are_walked(tmp_path):
    deep = tmp_path
    for _ in range(300):
        deep /= "d"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x", encoding="utf-8")
    assert found(tmp_path)[0] == ["a.txt"]


@posix_only
def test_links_are_followed_and_loops_are_not(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a" / "back").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "again").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a" / "a.txt")
    files, reasons = found(tmp_path)
    assert files == ["a.txt", "link.txt"]
    assert set(reasons) == {"back", "again", "self", "dangling"}
    assert "back to itself" in reasons["self"]
    assert "not there" in reasons["dangling"]


@posix_only
def test_pipes_sockets_and_devices_are_refused_without_waiting(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        Path("device.txt").symlink_to("/dev/zero")
        files = [path for path in find_files([Path()]) if isinstance(path, Path)]
        assert len(files) == 3
        for path in files:
            (issue,) = split(path)
            assert str(issue.reason) == "It is a pipe, a socket or a device, not a file."


@posix_only
def test_name_that_is_no_utf_8_is_read_and_written_with_escapes(tmp_path):
    path = os.fsencode(tmp_path) + b"/bad\xff\n.txt"
    try:
        Path(os.fsdecode(path)).write_text("The ministers met today in Brussels.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    (file,) = find_files([tmp_path])
    (part,) = split(file)
    assert part.source.endswith(r"bad\xff\n.txt")
    part.source.encode("utf-8")


@posix_only
def test_file_without_permission_is_an_issue():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(folder) / "a.txt"
        path.write_text("x", encoding="utf-8")
        path.chmod(0)
        user = os.geteuid()
        if user == 0:  # a superuser may read everything
            os.seteuid(65534)
        try:
            (issue,) = split(path)
        finally:
            os.seteuid(user)
    assert str(issue.reason) == "You do not have permission to read it."


def test_what_is_downloaded_in_part_and_shortcuts_to_pages_are_no_articles(tmp_path):
    for name in ("page.html.part", "page.html.crdownload"):
        (tmp_path / name).write_text("<html><body>Half of it", encoding="utf-8")
    (tmp_path / "page.url").write_text("[InternetShortcut]\nURL=https://example.org/a\n", encoding="utf-8")
    (tmp_path / "page.webloc").write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://a/b.dtd">\n<plist version="1.0">\n'
        "<dict>\n<key>URL</key><string>https://example.org</string></dict></plist>",
        encoding="utf-8",
    )
    reasons = [
        str(issue.reason)
        for found in find_files([tmp_path])
        for issue in ([found] if isinstance(found, ImportIssue) else split(found))
        if isinstance(issue, ImportIssue)
    ]
    assert reasons.count("It is a download that is not complete.") == 2
    assert reasons.count("It is a shortcut to a web page, which this program does not read.") == 2
