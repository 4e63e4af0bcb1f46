"""The manual says what is so: its examples are read as it says, and it names every command and key."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence

from timeline_app import arguments
from timeline_app.domain.article import Article
from timeline_app.domain.edtf import format_edtf, parse_edtf
from timeline_app.ingest.importers import read, split
from timeline_app.paths import resource
from timeline_app.ui.menus import MENUS

if TYPE_CHECKING:
    from pathlib import Path

MANUAL = resource("docs", "manual.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """Return what stands below a heading of the second level."""
    start = MANUAL.index(f"\n## {title}\n")
    end = MANUAL.find("\n## ", start + 1)
    return MANUAL[start : end if end != -1 else None]


def blocks(text: str, language: str) -> list[str]:
    """Return the code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


FORMS = [
    (language, block)
    for language in ("text", "markdown", "json")
    for block in blocks(section("4. The forms of an article"), language)
]


def test_links_within_the_manual_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w -]", "", h).replace(" ", "-").lower() for h in re.findall(r"^#+ (.*)$", MANUAL, re.MULTILINE)
    }
    targets = re.findall(r"\]\(#([^)]+)\)", MANUAL)
    assert targets
    assert not set(targets) - headings


@pytest.mark.parametrize(("language", "block"), FORMS, ids=[f"{n}-{language}" for n, (language, _) in enumerate(FORMS)])
def test_an_article_in_a_form_that_is_shown_is_read_with_its_date(language: str, block: str, tmp_path: Path) -> None:
    path = tmp_path / f"article.{ {'text': 'txt', 'markdown': 'md', 'json': 'jsonl'}[language] }"
    path.write_text(block, encoding="utf-8")
    (part,) = split(path)
    (article,) = read(part)
    assert isinstance(article, Article)
    assert article.published is not None
    assert format_edtf(article.published).startswith("2023-02-14")
    assert "two-day meeting" in article.body
    assert article.title


def test_all_forms_of_article_have_an_example() -> None:
    assert sorted(language for language, _ in FORMS) == ["json", "markdown", "text", "text"]


def test_every_command_without_a_window_has_its_chapter() -> None:
    chapters = re.findall(r"^### (.*)$", section("14. Commands without a window"), re.MULTILINE)
    assert chapters == [*arguments.COMMANDS_WITHOUT_QT, "screenshot"]


@pytest.mark.parametrize(
    "line", [line for block in blocks(MANUAL, "sh") for line in block.splitlines() if line.startswith("timeline-app ")]
)
def test_a_command_that_is_shown_is_understood(line: str) -> None:
    arguments.parse(shlex.split(line)[1:])


def test_every_option_of_a_command_is_explained() -> None:
    text = section("14. Commands without a window")
    for name, parser in arguments._command_parsers(arguments._common()).items():
        own = {o for action in parser._actions for o in action.option_strings} - {"-h", "--help", "--log-level"}
        assert not {o for o in own if o not in text}, name


def test_every_key_of_a_command_is_in_the_list_of_keys() -> None:
    listed = {
        key.strip()
        for row in re.findall(r"^\| ([^|]+) \|", section("13. Keys"), re.MULTILINE)
        for key in row.split(", ")
    }
    for _, specs in MENUS:
        for spec in filter(None, specs):
            if spec.keys:
                names = {QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) for key in spec.keys}
                assert names & listed, spec.name


def test_dates_in_edtf_are_understood() -> None:
    table = section("10. Corrections and undo")
    examples = re.findall(r"`([^`]+)`", table[table.index("| written | means |") :])
    assert len(examples) > 10
    for example in examples:
        parse_edtf(example)


def test_json_that_is_shown_is_json() -> None:
    for block in blocks(MANUAL, "json"):
        assert json.loads(block)
