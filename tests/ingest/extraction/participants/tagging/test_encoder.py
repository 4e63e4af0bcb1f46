from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from timeline_app.ingest.extraction.participants.lexicon import load_lexicon
from timeline_app.ingest.extraction.participants.tagging import encoder as encoders
from timeline_app.ingest.extraction.participants.tagging.clues import CLUES, SHAPES, ClueReader
from timeline_app.ingest.extraction.participants.tagging.encoder import Encoder, load_encoder
from timeline_app.ingest.extraction.participants.tagging.tags import TAGS
from timeline_app.ingest.extraction.participants.tokens import Tokens, tokenise
from timeline_app.ingest.extraction.sentences import split_sentences
from timeline_app.messages import Message

TEXT = "Elena Brandt closed the port of Oslo. Nordkorn AG was not fined, the Bank of England said. " * 12


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    found = load_encoder("en")
    assert isinstance(found, Encoder), found
    return found


def tokens_of(text: str) -> tuple[Tokens, list[tuple[int, int]]]:
    lexicon = load_lexicon("en")
    assert lexicon is not None
    sentences = split_sentences(text)
    return tokenise(text, sentences, lexicon), sentences


def test_every_token_gets_the_log_probabilities_of_all_tags(encoder: Encoder) -> None:
    tokens, sentences = tokens_of(TEXT)
    scores = encoder.scores(tokens, sentences)
    assert scores.shape == (len(tokens), TAGS)
    assert np.allclose(np.exp(scores).sum(axis=1), 1, atol=1e-3)


def test_what_is_read_together_makes_little_difference(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    tokens, sentences = tokens_of(TEXT)
    together = encoder.scores(tokens, sentences)
    monkeypatch.setattr(encoders, "_PIECES_AT_A_TIME", 1)
    singly = encoder.scores(tokens, sentences)
    assert (together.argmax(axis=1) == singly.argmax(axis=1)).mean() > 0.98


def test_an_empty_text_is_read(encoder: Encoder) -> None:
    assert encoder.scores(Tokens(), []).shape == (0, TAGS)


def test_a_word_is_told_by_its_shape_and_by_what_the_tables_know() -> None:
    lexicon = load_lexicon("en")
    assert lexicon is not None
    tokens, _ = tokens_of("Yesterday NATO met J. Smith and 3 Ukrainian McDonalds!")
    told = {
        word: {CLUES[i] for i in np.flatnonzero(row)}
        for word, row in zip(tokens.words, ClueReader(lexicon).read(tokens), strict=True)
    }
    assert "first capital" in told["Yesterday"]
    assert {"capitals", "organisation"} <= told["NATO"]
    assert "initial" in told["J."]
    assert {"capital", "family name"} <= told["Smith"]
    assert {"small", "no name"} <= told["and"]
    assert told["3"] == {"number"}
    assert "demonym" in told["Ukrainian"]
    assert "mixed" in told["McDonalds"]
    assert told["!"] == {"sign"}
    assert all(len(clues & set(SHAPES)) == 1 for clues in told.values())


def test_a_language_without_weights_says_so() -> None:
    assert str(load_encoder("xx")) == "there are no weights for this language"


def test_damaged_weights_are_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "en" / "participants" / "encoder"
    folder.mkdir(parents=True)
    (folder / "encoder.onnx").write_bytes(b"no weights")
    (folder / "pieces.txt").write_text("[CLS]\n[SEP]\n[UNK]", encoding="utf-8")
    monkeypatch.setattr(encoders, "resource", lambda *parts: tmp_path.joinpath(*parts[1:]))
    monkeypatch.setattr(encoders, "load_lexicon", lambda _language: load_lexicon("en"))
    found = load_encoder.__wrapped__("en")
    assert isinstance(found, Message)
    assert str(found) == "the weights cannot be read"


def test_a_missing_onnxruntime_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    assert str(load_encoder.__wrapped__("en")) == "onnxruntime cannot be loaded"


def test_the_careful_level_opens_no_socket() -> None:
    code = (
        "import sys; opened = [];"
        "sys.addaudithook(lambda event, _: opened.append(event) if event.startswith(('socket.', 'urllib.')) else None);"
        "from timeline_app.domain.extraction import Level;"
        "from timeline_app.ingest.extraction.participants import find_participants, why_not_careful;"
        "assert why_not_careful() is None; assert find_participants('Jens Stoltenberg spoke.', level=Level.CAREFUL);"
        "assert not opened, opened"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_fast_level_loads_no_onnxruntime() -> None:
    code = (
        "import sys; from timeline_app.ingest.extraction.participants import find_participants;"
        "assert find_participants('Jens Stoltenberg spoke.'); assert 'onnxruntime' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_runtime_keeps_no_diary_of_what_is_read(tmp_path: Path) -> None:
    home = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA", "USERPROFILE"), str(tmp_path))
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"} | home
    load = f"from {encoders.__name__} import Encoder, load_encoder; assert isinstance(load_encoder('en'), Encoder)"
    subprocess.run([sys.executable, "-c", load], env=environment, check=True, timeout=60)
    assert list(tmp_path.rglob("*")) == []
