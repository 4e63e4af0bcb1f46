"""The commands as scripts see them: exit status, JSON on stdout, complaints of one line on stderr. Each runs in a real process."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app.__main__ import main
from timeline_app.domain.date_reading import DateReading
from timeline_app.library import Library, search

ROOT = Path(__file__).resolve().parents[1]
SEED_LIKE = (
    " date 2023-02-14 A two-day meeting of the defense ministers starts in Brussels. "
    "Secretary General of NATO Jens Stoltenberg spoke to the press on Monday.\n\n"
    "On the same day, Ukrainian Defense Minister Oleksiy Reznikov met him. Stoltenberg thanked Reznikov.\n"
)


def run(*arguments: str | Path, given: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        input=given,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "meeting.txt").write_text(SEED_LIKE, encoding="utf-8")
    (folder / "undated.txt").write_text("Nothing here says when it was written. The end.\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def library(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "case.timeline"
    assert run("import", path, articles).returncode == 0
    return path


def test_import_prints_counts_and_a_second_time_adds_nothing(articles: Path, tmp_path: Path) -> None:
    path = tmp_path / "case.timeline"
    first = json.loads(run("import", path, articles, "--jobs", "1").stdout)
    assert set(first) == {"read", "added", "unchanged", "failed", "events", "seconds"}
    assert (first["read"], first["added"], first["failed"]) == (2, 2, 0)
    again = json.loads(run("import", path, articles).stdout)
    assert (again["added"], again["unchanged"], again["events"]) == (0, 2, 0)


def test_import_reports_what_cannot_be_read_and_takes_in_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(SEED_LIKE, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    done = run("import", tmp_path / "x.timeline", folder)
    counts = json.loads(done.stdout)
    assert done.returncode == 1
    assert (counts["added"], counts["failed"]) == (1, 2)
    assert "empty.txt" in done.stderr
    assert "binary.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_extract_of_a_file_prints_the_agreed_object(articles: Path) -> None:
    done = run("extract", articles / "meeting.txt")
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert set(record) == {"id", "title", "published", "time_expressions", "participants", "events"}
    assert record["published"] == "2023-02-14"
    assert set(record["time_expressions"][0]) == {
        "start", "end", "text", "type", "value", "edtf", "from", "to", "granularity", "approximate",
    }  # fmt: skip
    assert set(record["participants"][0]) == {"name", "kind", "roles", "aliases", "mentions"}
    assert set(record["events"][0]) == {
        "title", "kind", "edtf", "from", "to", "granularity", "approximate", "sentence", "participants", "resolution",
    }  # fmt: skip
    meeting = next(e for e in record["events"] if e["kind"] == "reported")
    assert (meeting["from"], meeting["to"]) == ("2023-02-14", "2023-02-15")


def test_extract_looks_for_names_with_care_unless_told_to_be_fast(tmp_path: Path) -> None:
    file = tmp_path / "levels.txt"
    # Neither words nor surroundings say by rule what a Zorblatt Kvensk is.
    file.write_text(" date 2023-02-14 Grain went up at Kvensk Milling, which Zorb sold.", encoding="utf-8")
    careful, default, fast = (
        run("extract", *level, file).stdout for level in (("--participants", "careful"), (), ("--participants", "fast"))
    )
    assert default == careful
    assert json.loads(fast)["time_expressions"] == json.loads(careful)["time_expressions"]
    assert run("extract", "--participants", "best", file).returncode == 2


def test_extract_says_once_where_the_encoder_cannot_be_had(tmp_path: Path) -> None:
    (tmp_path / "onnxruntime.py").write_text("raise ImportError('no such library here')", encoding="utf-8")
    records = "\n".join(json.dumps({"id": i, "text": "Jens Stoltenberg spoke in Oslo."}) for i in range(20))
    done = run("extract", "--jsonl", "-", "--jobs", "2", given=records, PYTHONPATH=str(tmp_path))
    assert done.returncode == 0
    assert done.stderr == "timeline-app: Names were looked for by rules alone: onnxruntime cannot be loaded.\n"
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [[p["name"] for p in a["participants"]] for a in answers] == [["Jens Stoltenberg", "Oslo"]] * 20


def test_refine_reads_what_came_in_fast_again(library: Path) -> None:
    first, second = (json.loads(run("refine", library, "--jobs", "1").stdout) for _ in range(2))
    assert first["refined"] > 0
    assert second["refined"] == 0


def test_how_dates_are_read_can_be_said_on_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "ship.txt"
    file.write_text(
        " date 2023-02-14 It sailed on 3 August 1914. It sank on 03/04/2021. On Tuesday it rose.", encoding="utf-8"
    )

    def values(*options: str) -> list[str]:
        return [found["value"] for found in json.loads(run("extract", *options, file).stdout)["time_expressions"]]

    assert values() == ["1914-08-03", "2021-03-04", "2023-02-14"]
    assert values("--day-order", "day-first", "--mode", "narrative") == ["1914-08-03", "2021-04-03", "2021-04-06"]
    assert run("extract", "--mode", "poetry", file).returncode == 2
    library = tmp_path / "case.timeline"
    assert run("import", library, file, "--day-order", "day-first").returncode == 0
    with Library.open(library, read_only=True) as opened:
        assert opened.date_readings()[""] == DateReading(day_first=True)


def test_extract_takes_the_publication_date_from_the_command_line(articles: Path) -> None:
    record = json.loads(run("extract", "--published", "2001-05-08", articles / "undated.txt").stdout)
    assert record["published"] == "2001-05-08"


def test_extract_of_records_keeps_order_and_goes_on_after_a_bad_one() -> None:
    text = "He arrived on Tuesday in Paris."
    records = [{"id": i, "published": "2023-02-14", "text": text} for i in range(30)]
    lines = [json.dumps(r) for r in records]
    lines.insert(3, '{"id": "bad"}')
    lines.insert(5, "not json")
    done = run("extract", "--jsonl", "-", "--jobs", "2", given="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [a["id"] for a in answers] == [0, 1, 2, "bad", 3, None, *range(4, 30)]
    assert set(answers[3]) == {"id", "error"}
    (expression,) = answers[0]["time_expressions"]
    assert text[expression["start"] : expression["end"]] == expression["text"]
    assert expression["from"] == "2023-02-14"


def test_search_prints_hits_as_lines(library: Path) -> None:
    hits = [json.loads(line) for line in run("search", library, "reznikov").stdout.splitlines()]
    assert len(hits) == 1
    assert hits[0]["published"] == "2023-02-14"
    (start, end), *_ = hits[0]["marks"]
    assert hits[0]["snippet"][start:end].lower() == "reznikov"
    assert run("search", library, 'AND ( "').returncode == 0


def test_a_search_that_finds_very_many_says_how_they_are_ranked(
    library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", str(library), "reznikov"]) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(search, "MOST_RANKED", 1)
    assert main(["search", str(library), "the"]) == 0
    assert "first come those with the words in their titles" in capsys.readouterr().err


def test_info_counts(library: Path) -> None:
    info = json.loads(run("info", library).stdout)
    assert (info["articles"], info["undated_articles"]) == (2, 1)
    assert info["events"] >= 3
    assert info["bytes"] > 0


def test_check_tells_a_sound_library_from_a_damaged_one(library: Path, tmp_path: Path) -> None:
    assert run("check", library).returncode == 0
    damaged = tmp_path / "damaged.timeline"
    content = bytearray(library.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 2000] = b"\xa5" * 2000
    damaged.write_bytes(content)
    done = run("check", damaged)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(damaged) in done.stderr


def test_repair_saves_a_damaged_library_into_a_new_one(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "repaired.timeline"
    done = run("repair", library, out)
    assert done.returncode == 0
    assert json.loads(done.stdout) == {"articles": 2, "read_anew": 0, "changed": 0, "lost": 0, "corrections": 0}
    assert json.loads(run("info", out).stdout)["articles"] == 2
    again = run("repair", library, out)
    assert again.returncode == 1
    assert "there is a file of that name already" in again.stderr


@pytest.mark.parametrize("command", [["info"], ["check"], ["search", "{}", "x"]])
def test_what_is_no_library_is_refused_in_one_line_and_left_alone(command: list[str], tmp_path: Path) -> None:
    other = tmp_path / "notes.timeline"
    other.write_text("my notes", encoding="utf-8")
    arguments = [a.format(other) for a in command] if len(command) > 1 else [*command, str(other)]
    done = run(*arguments)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert other.read_text(encoding="utf-8") == "my notes"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["notes.timeline"]


def test_a_library_that_does_not_exist_is_not_made_by_reading(tmp_path: Path) -> None:
    done = run("info", tmp_path / "none.timeline")
    assert done.returncode == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"],
        ["extract"],
        ["search", "a.timeline"],
        ["info", "a", "b"],
        ["import", "l", "p", "--jobs", "0"],
        ["--wrong"],
    ],
)
def test_wrong_use_exits_with_2_and_one_line(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_help_has_examples_and_version_is_told() -> None:
    assert "examples:" in run("--help").stdout
    assert "example:" in run("import", "--help").stdout
    assert run("--version").stdout.startswith("timeline-app ")


def test_screenshot_renders_the_window_at_the_size_asked_for(library: Path, tmp_path: Path) -> None:
    before = library.read_bytes()
    sizes = []
    for theme in ("light", "dark"):
        out = tmp_path / f"{theme}.png"
        done = run("screenshot", library, out, "--size", "900x600", "--theme", theme, "--select", "1")
        assert (done.returncode, done.stderr) == (0, "")
        sizes.append(struct.unpack(">II", out.read_bytes()[16:24]))
    assert sizes == [(900, 600)] * 2
    assert (tmp_path / "light.png").read_bytes() != (tmp_path / "dark.png").read_bytes()
    assert library.read_bytes() == before


def test_screenshot_says_in_one_line_what_is_wrong(library: Path, tmp_path: Path) -> None:
    for arguments in (
        [tmp_path / "none", tmp_path / "out.png"],
        [library, tmp_path / "out.png", "--select", "9999"],
        [library, tmp_path / "out.png", "--from", "yesterday"],
        [library, tmp_path / "no folder" / "out.png"],
    ):
        done = run("screenshot", *arguments)
        assert done.returncode in (1, 2)
        assert len(done.stderr.strip().splitlines()) == 1, done.stderr


def test_output_is_utf8_whatever_the_locale_says(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(" date 2023-02-14 Łódź welcomed Zażółć on Tuesday.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "extract", str(file)],
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        timeout=60,
    )
    assert "Łódź" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text("\n".join(json.dumps({"id": i, "text": "On 3 May 2001 he left."}) for i in range(3000)))
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "extract", "--jsonl", str(records), "--jobs", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        process.wait(timeout=60)
        assert process.stderr.read() == b""


def test_rescan_take_back_restore_and_compact_say_what_they_did(tmp_path: Path) -> None:
    folder, path = tmp_path / "in", tmp_path / "case.timeline"
    folder.mkdir()
    (folder / "a.txt").write_text(SEED_LIKE, encoding="utf-8")
    assert run("import", path, folder).returncode == 0
    assert json.loads(run("compact", path).stdout)["after"] > 0
    (folder / "b.txt").write_text(SEED_LIKE.replace("2023-02-14", "2023-02-20"), encoding="utf-8")
    (folder / "a.txt").rename(folder / "c.txt")
    again = json.loads(run("rescan", path).stdout)
    assert (again["added"], again["unchanged"], again["moved"], again["missing"]) == (1, 1, 1, 0)
    assert json.loads(run("take-back", path).stdout) == {"articles": 1, "sources": []}
    assert json.loads(run("take-back", path).stdout) == {"articles": 1, "sources": [str(folder)]}
    assert json.loads(run("info", path).stdout)["articles"] == 0
    [copy] = map(json.loads, run("restore", path).stdout.splitlines())
    assert (copy["copy"], copy["articles"]) == (1, 1)
    assert json.loads(run("restore", path, "--copy", "1").stdout) == {"copy": 1, "set_aside": None}
    assert json.loads(run("info", path).stdout)["articles"] == 1
    assert run("restore", path, "--copy", "9").returncode == 2
    for command in ("rescan", "take-back", "compact"):
        missing = run(command, tmp_path / "none.timeline")
        assert (missing.returncode, missing.stdout) == (1, "")
        assert "Traceback" not in missing.stderr
