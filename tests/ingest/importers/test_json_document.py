from __future__ import annotations

import json

from timeline_app.domain.article import Article

BODY = "The ministers met in Brussels on Tuesday."


def test_list_of_articles_inside_an_answer(take_in):
    answer = {
        "status": "ok",
        "articles": [{"title": f"Title {n}", "publishedAt": "2023-02-14", "content": BODY} for n in "ab"],
    }
    found = take_in("a.json", json.dumps(answer, indent=2))
    assert [(a.title, str(a.published), a.source[-7:]) for a in found if isinstance(a, Article)] == [
        ("Title a", "Tue 2023-02-14", ".json#1"),
        ("Title b", "Tue 2023-02-14", ".json#2"),
    ]


def test_bare_list_and_single_article(take_in):
    one = {"title": "A", "text": BODY}
    assert [a.title for a in take_in("a.json", json.dumps([one, one], indent=1))] == ["A", "A"]
    assert [a.title for a in take_in("b.json", json.dumps(one, indent=1))] == ["A"]


def test_document_without_articles_or_too_deep_is_an_issue(take_in):
    for content in ('{\n"a": 1}', "[" * 100_000, "[\n[1], [2]]", '{\n"a": '):
        (issue,) = take_in("a.json", content)
        assert "It " in str(issue.reason)


def test_text_in_brackets_is_no_json(article):
    for text in ("[[A link]] begins this note.", '["Quoted," he said.] It was so.', "{An aside} begins this one."):
        assert article("a.txt", text).body == text
