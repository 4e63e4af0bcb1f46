from __future__ import annotations

import time

import pytest

from timeline_app.domain.article import Article, ImportIssue, IssueKind
from timeline_app.domain.period import Period


def rss(*items: str, before: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>The Herald</title><language>en-US</language>{''.join(items)}</channel></rss>"
    )


ITEM = (
    "<item><title>Ministers meet</title><pubDate>Tue, 14 Feb 2023 23:30:00 -0800</pubDate>"
    "<description>Short.</description></item>"
)


def test_entries_have_title_date_outlet_and_the_longest_text(article):
    whole = "<content:encoded><![CDATA[<p>The whole <b>text</b>.</p><p>Of two &amp; more.</p>]]></content:encoded>"
    found = article("a.rss", rss(ITEM.replace("</item>", f"<link>https://example.org/a</link>{whole}</item>")))
    assert (found.title, found.outlet, found.language) == ("Ministers meet", "The Herald", "en-US")
    assert found.body == "The whole text.\n\nOf two & more."
    assert str(found.published) == "Tue 2023-02-14 23:30"
    assert found.url == "https://example.org/a"


def test_atom_is_read(article):
    found = article(
        "feed",
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry>'
        "<title type='html'>Ministers &lt;i&gt;meet&lt;/i&gt;</title><published>2023-02-14</published>"
        "<updated>2023-03-01T00:00:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Text.</p></div>"
        "</content></entry></feed>",
    )
    assert (found.title, found.body, found.published) == ("Ministers meet", "Text.", Period.of_date(2023, 2, 14))


def test_entry_without_a_date_is_undated(article):
    assert article("a.rss", rss("<item><title>a</title><description>b c</description></item>")).published is None


def test_feed_that_is_cut_off_gives_what_stands_before_the_damage(take_in):
    note, first, *_ = take_in("a.rss", rss(ITEM, ITEM)[:-60])
    assert isinstance(note, ImportIssue)
    assert note.kind is IssueKind.NOTED
    assert isinstance(first, Article)
    assert first.title == "Ministers meet"


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE rss [<!ENTITY z "' + "a" * 50_000 + '">]>',
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
        + '<!ENTITY z "&j;">]>',
    ],
    ids=["quadratic", "billion laughs"],
)
def test_entities_that_stand_for_endless_text_are_refused(take_in, before):
    started = time.perf_counter()
    found = take_in(
        "a.rss", rss(f"<item><title>x</title><description>{'&z;' * 20_000}</description></item>", before=before)
    )
    assert time.perf_counter() - started < 5
    assert sum(len(item.body) for item in found if isinstance(item, Article)) < 200_000


def test_other_xml_is_an_issue(take_in):
    (issue,) = take_in("a.xml", '<?xml version="1.0"?><catalogue><book/></catalogue>')
    assert str(issue.reason) == "It is an XML file, but holds no list of articles."
