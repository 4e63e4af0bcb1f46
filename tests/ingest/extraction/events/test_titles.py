"""What an event is called: a clause of its sentence, in the sentence's own words, that can be read by itself."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.events.given import told
from timeline_app.ingest.extraction.events.extents import MAX_TITLE
from timeline_app.ingest.extraction.events.lines import one_line, shorten
from timeline_app.ingest.extraction.events.words import words_of

MONDAY, MAY = "2023-02-13", "2022-05"


@pytest.mark.parametrize(
    ("text", "times", "title"),
    [
        (
            "The group rejected the plan in 2020 but in May said that it would accept $550 million.",
            {"2020": "2020", "May": MAY},
            "The group … said that it would accept $550 million",
        ),
        (
            "The player was signed for the club at the time of her death, having joined them in 2019.",
            {"2019": "2019"},
            "The player was signed for the club at the time of her death, having joined them in 2019",
        ),
        (
            "The empire joined the war, the secret alliance having been signed in 1914.",
            {"1914": "1914"},
            "The secret alliance having been signed in 1914",
        ),
        (
            "Troops landed in Odessa, but after having done almost nothing in 1919, withdrew.",
            {"1919": "1919"},
            "Troops landed in Odessa, but after having done almost nothing in 1919, withdrew",
        ),
        (
            "Born in Mirati in 1935, Ann Roe began her long and distinguished career as a lawyer in her own home town.",
            {"1935": "1935"},
            "Born in Mirati in 1935, Ann Roe",
        ),
        (
            "His lectures on deixis, delivered in 1971 and published in 1975, contributed to the field.",
            {"1971": "1971", "1975": "1975"},
            "His lectures on deixis … published in 1975",
        ),
        (
            "The wreckage of the submarine USS Grayback (SS-208), which disappeared in 1944, is discovered.",
            {"1944": "1944"},
            "The wreckage of the submarine USS Grayback (SS-208), which disappeared in 1944",
        ),
        (
            "Only 2.7 million (6.5 per cent) of them received treatment in 2020.",
            {"2020": "2020"},
            "Only 2.7 million (6.5 per cent) of them received treatment in 2020",
        ),
        (
            "Díaz did not approve of Madero and had him jailed on Monday.",
            {"Monday": MONDAY},
            "Díaz did not approve of Madero and had him jailed on Monday",
        ),
        (
            "For the quarter ended Sept. 30, Delta posted net income of $133 million.",
            {"the quarter": "2022-35", "Sept. 30": "2022-09-30"},
            "Delta posted net income of $133 million",
        ),
        (
            "In May 1943, as the counter-measures became effective, the losses forced a halt.",
            {"May 1943": "1943-05"},
            "The counter-measures became effective",
        ),
        (
            "A court acquits 52 people charged with taking part in protests in April.",
            {"April": "2022-04"},
            "A court acquits 52 people charged with taking part in protests in April",
        ),
        (
            "The chairman resigns after being involved in a scandal in 2012.",
            {"2012": "2012"},
            "The chairman resigns after being involved in a scandal in 2012",
        ),
        (
            "After winning the vote in both of the large states on Tuesday, Jane Roe had 1,330 delegates, more than enough.",
            {"Tuesday": "2023-02-14"},
            "Winning the vote in both of the large states on Tuesday, Jane Roe",
        ),
        (
            "He was arrested on Monday because he claimed to have run for president in 2019.",
            {"Monday": MONDAY, "2019": "2019"},
            "He claimed to have run for president in 2019",
        ),
        (
            "The plan for all regions (GAP), announced by the ministry in May, was closed.",
            {"May": MAY},
            "The plan for all regions (GAP), announced by the ministry in May",
        ),
        (
            "The late 1960s in the country became a time of protest.",
            {"The late 1960s": "1967~/1969~"},
            "The late 1960s in the country became a time of protest",
        ),
        (
            "One, dated 2000, was on paper of the old government.",
            {"2000": "2000"},
            "One, dated 2000, was on paper of the old government",
        ),
        (
            "According to the papers, Ann Roe, the oldest sister, was shot in 1966.",
            {"1966": "1966"},
            "Ann Roe, the oldest sister, was shot in 1966",
        ),
        (
            "The court jailed him for his part in the 1982 killing of 148 men.",
            {"1982": "1982"},
            "1982 killing of 148 men",
        ),
        (
            "The toll of Monday's collision between a train and a truck in Hull increases.",
            {"Monday": MONDAY},
            "Monday's collision between a train and a truck in Hull",
        ),
        (
            "But discussions have been renewed, an official said on Monday.",
            {"Monday": MONDAY},
            "Discussions have been renewed, an official said on Monday",
        ),
        (
            "[11] On Monday, Holt hit three home runs in 24 games.",
            {"Monday": MONDAY},
            "Holt hit three home runs in 24 games",
        ),
        (
            "The emergency declared in 2011, and expanded in 2016, must end in 2024.",
            {"2011": "2011", "2016": "2016", "2024": "2024"},
            "The emergency … must end in 2024",
        ),
    ],
)
def test_a_title_has_its_subject_and_begins_with_it(text: str, times: dict[str, str], title: str) -> None:
    assert title in [found for found, _, _ in told(text, times)]


@pytest.mark.parametrize(
    ("text", "times", "title"),
    [
        (
            "In the report published in May, spending on schools and roads, on hospitals and on housing rose.",
            {"May": MAY},
            "Spending on schools and roads, on hospitals and on housing rose",
        ),
        (
            "The minister stressed that in 2020 the spending on schools and roads, clinics and housing rose by a third.",
            {"2020": "2020"},
            "The spending on schools and roads, clinics and housing rose by a third",
        ),
        (
            "In a study published on Monday, biologists from the University of Hull and the Academy of Arda described a frog.",
            {"Monday": MONDAY},
            "Biologists from the University of Hull and the Academy of Arda described a frog",
        ),
        (
            "In 1950, when the war put the valley in peril, its sons and daughters fought together.",
            {"1950": "1950"},
            "Its sons and daughters fought together",
        ),
        (
            "The council sent greetings to the guests and members of the choir that is singing in Hull on Monday.",
            {"Monday": "2023-02-20"},
            "The guests and members of the choir that is singing in Hull on Monday",
        ),
        (
            "Many people have been seized, beaten, and driven from their homes since 2020.",
            {"2020": "2020"},
            "Many people have been seized, beaten, and driven from their homes since 2020",
        ),
        (
            "President Ann Roe and President Jan Novak of the Republic of Northland adopted a statement on Monday on the sea.",
            {"Monday": MONDAY},
            "President Ann Roe and President Jan Novak … adopted a statement on Monday on the sea",
        ),
    ],
)
def test_a_list_is_one_subject(text: str, times: dict[str, str], title: str) -> None:
    assert title in [found for found, _, _ in told(text, times)]


@pytest.mark.parametrize(
    ("text", "times", "title"),
    [
        (
            "Ann Roe resigned as head of Delta Lines and Jo Poe was sworn in on Monday.",
            {"Monday": MONDAY},
            "Jo Poe was sworn in on Monday",
        ),
        (
            'The paper reported its source said "two smugglers" were shot in the harbour on Monday night.',
            {"Monday": MONDAY},
            '"two smugglers" were shot in the harbour on Monday night',
        ),
        (
            "She spoke about her husband Jan, who was arrested in 2019, and on Monday promised a new vote.",
            {"2019": "2019", "Monday": MONDAY},
            "She … promised a new vote",
        ),
        (
            "A coach operated by Viaroe, which belongs to the state's tourist board, crashed on Monday near the border.",
            {"Monday": MONDAY},
            "A coach … crashed on Monday near the border",
        ),
        (
            "Country roads see a large number of accidents; 2018 saw 11,187 of them.",
            {"2018": "2018"},
            "2018 saw 11,187 of them",
        ),
        (
            "Lee Roe, head of the line Halloway which has received $179 million in aid, bought a house in Hull on Monday.",
            {"Monday": MONDAY},
            "Lee Roe, head of the line Halloway … bought a house in Hull on Monday",
        ),
        (
            "The region's match was put off, as was another game on Monday in Hull.",
            {"Monday": MONDAY},
            "As was another game on Monday in Hull",
        ),
        (
            "On Monday the government said the new province, to be called Westmark, would rule itself from 2025.",
            {"Monday": MONDAY, "2025": "2025"},
            "The new province … would rule itself from 2025",
        ),
        (
            "The governor of the north, Alex Roe, in a message to the assembly read out on Monday, offered them a new road.",
            {"Monday": MONDAY},
            "The governor of the north, Alex Roe, in a message to the assembly read out on Monday",
        ),
        (
            "They keep close ties and an alliance with the islands in the south of the sea, built on trust since 1950.",
            {"1950": "1950"},
            "They keep close ties and an alliance with the islands in the south of the sea, built…",
        ),
        (
            "Roe formed his own firm, Roe & Sons, in 2004 to sell parts to Arda, including tanks, guided missiles and launchers.",
            {"2004": "2004"},
            "Roe formed his own firm, Roe & Sons, in 2004 to sell parts to Arda, including tanks…",
        ),
        (
            "He served eight years as mayor of the city, from 2008 to 2016, before joining the firm.",
            {"2008": "2008", "2016": "2016"},
            "He served eight years as mayor of the city, from 2008 to 2016, before joining the firm",
        ),
    ],
)
def test_a_title_joins_no_subject_with_the_verb_of_another(text: str, times: dict[str, str], title: str) -> None:
    assert title in [found for found, _, _ in told(text, times)]


@pytest.mark.parametrize(
    ("text", "times", "title"),
    [
        (
            "On Monday a boy of eleven months, identified only as Ivo, was found alive and flown to the capital.",
            {"Monday": MONDAY},
            "A boy of eleven months … was found alive and flown to the capital",
        ),
        (
            "North Arda Fire and Rescue Service were called to the hotel, set on a hill above it, at noon on Monday.",
            {"Monday": MONDAY},
            "North Arda Fire and Rescue Service were called to the hotel, set on a hill above it…",
        ),
        (
            "Roe Labs worked with the ministry from 2017 to 2019 on the building of a tool called Wand.",
            {"2017": "2017", "2019": "2019"},
            "Roe Labs worked with the ministry from 2017 to 2019 on the building of a tool called Wand",
        ),
        (
            "The president visited the church, built in 1180, which has a famous bell.",
            {"1180": "1180"},
            "The church, built in 1180, which has a famous bell",
        ),
        (
            "They spoke about plans for the prime minister's visit to Arda scheduled for May.",
            {"May": "2023-05"},
            "The prime minister's visit to Arda scheduled for May",
        ),
    ],
)
def test_a_description_is_not_taken_for_the_verb(text: str, times: dict[str, str], title: str) -> None:
    assert title in [found for found, _, _ in told(text, times)]


@pytest.mark.parametrize(
    ("text", "times", "title"),
    [
        (
            "Last year, standing together with the heads of three works, along with their leader, I signed an order on cars.",
            {"Last year": "2022"},
            "I signed an order on cars",
        ),
        (
            "As part of the launch of the ministry's first plan on designs, Justice Jane Roe on Monday named a new judge.",
            {"Monday": MONDAY},
            "Justice Jane Roe on Monday named a new judge",
        ),
        (
            "Then, in May, Roe, via the firm Vash, exported parts of two jets to Arda.",
            {"May": MAY},
            "Roe, via the firm Vash, exported parts of two jets to Arda",
        ),
        (
            "On Monday, the Day of the Sea, the harbour opens its new pier to all who come.",
            {"Monday": "2023-02-20"},
            "The harbour opens its new pier to all who come",
        ),
        (
            "Machine Parts to Arda On Monday, Jo Roe pleaded guilty in the northern court to selling parts.",
            {"Monday": MONDAY},
            "Jo Roe pleaded guilty in the northern court to selling parts",
        ),
        ("GENEVA (TNA) - A court on Monday freed the ship.", {"Monday": MONDAY}, "A court on Monday freed the ship"),
    ],
)
def test_what_a_sentence_opens_with_is_not_its_subject(text: str, times: dict[str, str], title: str) -> None:
    assert title in [found for found, _, _ in told(text, times)]


@pytest.mark.parametrize(
    ("text", "times", "title"),
    [
        (
            "Guests were sent running on Monday, as heavy rains and a severe storm put a damper on the feast.",
            {"Monday": MONDAY},
            "Guests were sent running on Monday",
        ),
        (
            "We opened the shop in 2010 there were less than 15 of them.",
            {"2010": "2010"},
            "We opened the shop in 2010",
        ),
        (
            "The town had its lanes closed on Monday as it mended the road.",
            {"Monday": MONDAY},
            "Its lanes closed on Monday",
        ),
        (
            "It is usual for new leaders — Roe took office in May — to close the house.",
            {"May": MAY},
            "Roe took office in May",
        ),
        (
            "On Monday the fleet broke its word by shelling the port from which grain and oil would be shipped under the pact.",
            {"Monday": MONDAY},
            "The fleet broke its word by shelling the port",
        ),
        (
            "In 1950, when the war put the valley in peril, its sons and daughters fought together.",
            {"1950": "1950"},
            "The war put the valley in peril",
        ),
        (
            "The move, called a recess, came on Monday after a second motion failed to pass.",
            {"Monday": MONDAY},
            "The move … came on Monday after a second motion failed to pass",
        ),
        (
            "He admits false statements about a 2003 illegal export of radios.",
            {"2003": "2003"},
            "False statements about a 2003 illegal export of radios",
        ),
        (
            "The mayor went to a meeting on preparations for the 2014 Winter Games in the south.",
            {"2014": "2014"},
            "Meeting on preparations for the 2014 Winter Games",
        ),
    ],
)
def test_a_title_ends_where_its_clause_or_noun_does(text: str, times: dict[str, str], title: str) -> None:
    assert title in [found for found, _, _ in told(text, times)]


def test_half_of_a_pair_of_marks_stands_in_no_title() -> None:
    assert (
        one_line('holding signs saying silenced" during the session')
        == "holding signs saying silenced during the session"
    )
    assert one_line("the plan “Act” and beyond” was read") == "the plan “Act” and beyond” was read"
    assert one_line("updated](https://arda.test/a the list") == "updated"


def test_a_list_of_thousands_of_deeds_is_read() -> None:
    deeds = "left came saw " * 500
    assert "left on Tuesday" in " ".join(
        title for title, _, _ in told(f"On Monday he {deeds}and left on Tuesday.", {"Tuesday": "2023-02-14"})
    )


def test_a_saying_behind_a_quotation_keeps_who_said_it() -> None:
    text = (
        "“We extend our heartfelt sympathies to the victims of these outrages and to all of their families,” "
        "the president said on Monday in a statement."
    )
    assert told(text, {"Monday": MONDAY})[0][0] == (
        "We extend our heartfelt sympathies … the president said on Monday in a statement"
    )


def test_a_title_that_is_cut_ends_in_no_small_word() -> None:
    words = words_of("en")
    text = (
        "The two delegations from the north and from the south met in the great hall of the old and venerable palace."
    )
    for room in range(30, MAX_TITLE):
        title = shorten(text, words, room=room)
        assert title.endswith("…")
        assert title.rstrip("…").rpartition(" ")[2] not in {"the", "of", "and", "in", "from"}


def test_a_title_that_is_cut_in_a_quotation_closes_it() -> None:
    for opening, closing in ("“”", '""', "«»"):
        text = f"The leaders adopted an {opening}Action Plan on Health and Resilience in all of the Americas and beyond{closing}"
        title = shorten(text, room=60)
        assert title.endswith(f"…{closing}")
        assert len(title) <= 60


def test_a_verb_is_no_event_of_the_day_before_it() -> None:
    titles = [
        title
        for title, _, _ in told("The toll from the landslide on Wednesday rises to 22.", {"Wednesday": "2023-02-15"})
    ]
    assert "Wednesday rises" not in titles
