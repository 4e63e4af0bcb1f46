from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.ingest.importers.encodings import decode

RUSSIAN = "Министры встретились в Брюсселе и договорились о дальнейшей поддержке. " * 4
GERMAN = "Die Minister trafen sich in Brüssel, um über die Größe der Unterstützung zu reden. " * 4
UKRAINIAN = "Міністри оборони зустрілися у Брюсселі та домовилися про допомогу. " * 4
JAPANESE = "国防相はブリュッセルで会談した。" * 8


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_with_and_without_a_mark(encoding):
    assert decode(GERMAN.encode(encoding)) == GERMAN
    if not encoding.endswith("e"):
        assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (UKRAINIAN, "koi8-u"),
        (GERMAN, "latin-1"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_older_encodings_are_detected(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_declared_encoding_is_believed_where_it_is_not_utf_8():
    assert decode("Größe".encode("cp850"), declared="cp850") == "Größe"
    assert decode("Größe".encode(), declared="cp850") == "Größe"
    assert decode(GERMAN.encode("latin-1"), declared="no-such-encoding") == GERMAN


def test_utf_8_that_was_cut_in_a_letter_stays_utf_8():
    assert decode(RUSSIAN.encode() * 20 + b"\xd0") == RUSSIAN * 20 + "\ufffd"


@given(st.binary(max_size=300))
def test_no_bytes_raise(data):
    decode(data)


def test_the_detector_is_loaded_only_when_it_is_needed():
    code = (
        "import sys; from timeline_app.ingest.importers.encodings import decode; decode('Größe'.encode());"
        "assert 'charset_normalizer' not in sys.modules; decode(b'Gr\\xf6\\xdfe'); assert 'charset_normalizer' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
